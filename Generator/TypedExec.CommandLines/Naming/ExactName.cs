using System.Globalization;
using System.Text;

namespace TypedExec.CommandLines.Naming;

/// <summary>
/// A C# name that no other spelling has: <c>--foo_bar</c> is <c>Option_DashDash_foo_0x5F_bar</c>. It contains an underscore,
/// which no <see cref="PlainName"/> does, and encodes every character of the spelling.
/// </summary>
internal static class ExactName
{
    public static string Create(string kind, string spelling)
    {
        var bare = spelling.TrimStart('-');
        var name = new StringBuilder(kind.Length + spelling.Length + 16).Append(kind).Append('_');
        name.Append(bare.Length == spelling.Length ? "Bare" : "");
        for (var i = bare.Length; i < spelling.Length; i++)
        {
            name.Append("Dash");
        }

        name.Append('_');
        for (var i = 0; i < bare.Length; i++)
        {
            // A dash becomes an underscore, unless the text after it would look like an escape.
            var character = bare[i];
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
                && !(i == 0 && character == '0'))
            {
                name.Append(character);
            }
            else if (character == '-' && i + 1 < bare.Length && bare[i + 1] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            {
                name.Append('_');
            }
            else
            {
                name.Append("_0x").Append(((int)character).ToString("X2", CultureInfo.InvariantCulture)).Append('_');
            }
        }

        return name.ToString();
    }
}
