using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExec.Generator.Parsing;

/// <summary>The types that are keywords, and so mean the same everywhere.</summary>
internal static class KeywordType
{
    private static readonly ValueModel NullableNumber = new(ValueKind.Formattable, ValueNullability.NullableValue);

    public static SpecialType? Find(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.StringKeyword => SpecialType.System_String,
        SyntaxKind.BoolKeyword => SpecialType.System_Boolean,
        SyntaxKind.CharKeyword => SpecialType.System_Char,
        SyntaxKind.SByteKeyword => SpecialType.System_SByte,
        SyntaxKind.ByteKeyword => SpecialType.System_Byte,
        SyntaxKind.ShortKeyword => SpecialType.System_Int16,
        SyntaxKind.UShortKeyword => SpecialType.System_UInt16,
        SyntaxKind.IntKeyword => SpecialType.System_Int32,
        SyntaxKind.UIntKeyword => SpecialType.System_UInt32,
        SyntaxKind.LongKeyword => SpecialType.System_Int64,
        SyntaxKind.ULongKeyword => SpecialType.System_UInt64,
        SyntaxKind.FloatKeyword => SpecialType.System_Single,
        SyntaxKind.DoubleKeyword => SpecialType.System_Double,
        SyntaxKind.DecimalKeyword => SpecialType.System_Decimal,
        _ => null,
    };

    /// <summary>Returns null if it can't be rendered: a flag as a positional argument.</summary>
    public static PropertyType? Shape(SpecialType type, ITypeSymbol symbol, bool isNullable, bool isOption)
    {
        if (type == SpecialType.System_Boolean)
        {
            return !isOption ? null
                : isNullable ? new PropertyType(MemberShape.NegatableFlag, PropertyType.Flag, symbol)
                : new PropertyType(MemberShape.Flag, PropertyType.Flag, symbol);
        }

        return isNullable && type != SpecialType.System_String
            ? new PropertyType(MemberShape.Value, NullableNumber, symbol)
            : PropertyType.Parse(symbol, isOption);
    }
}
