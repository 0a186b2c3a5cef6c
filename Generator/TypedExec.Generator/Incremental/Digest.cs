namespace TypedExec.Generator.Incremental;

/// <summary>128 bits that represent a text. Those of two texts differ except with negligible probability.</summary>
internal readonly record struct Digest(ulong High, ulong Low)
{
    private const ulong Prime = 0x100000001B3;

    public static Digest Start => new(0xCBF29CE484222325, 0x9AE16A3B2F90404F);

    public Digest With(string text)
    {
        var (high, low) = (High, Low);
        unchecked
        {
            foreach (var character in text)
            {
                high = (high ^ character) * Prime;
                low = (((low << 31) | (low >> 33)) + character) * 0xC2B2AE3D27D4EB4F;
            }

            // The end of the text, so that "ab" and "c" are not "a" and "bc".
            return new Digest((high ^ 0x1F) * Prime, (((low << 31) | (low >> 33)) + 0x1F) * 0xC2B2AE3D27D4EB4F);
        }
    }

    public Digest Plus(Digest other) => unchecked(new(High + other.High, Low + other.Low));
}
