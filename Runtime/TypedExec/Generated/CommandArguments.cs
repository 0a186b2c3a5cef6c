using System.Collections;

namespace TypedExec.Generated;

/// <summary>Represents the arguments of one command line, in order, and remembers which of them are secret.</summary>
/// <remarks>
/// As a list it contains the real values; use <see cref="Masked"/> to display them. For use by generated code.
/// </remarks>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public sealed partial class CommandArguments : IReadOnlyList<string>
{
    private string[] _items;
    private List<(int Index, string Shown)>? _secrets;
    private List<string>? _innerSecrets;

    /// <summary>Initializes an empty list.</summary>
    /// <param name="capacity">The expected number of arguments.</param>
    public CommandArguments(int capacity = 8) => _items = new string[Math.Max(capacity, 1)];

    /// <summary>Gets the text that replaces a secret value wherever arguments are displayed.</summary>
    public static string Mask => "***";

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public string this[int index] => _items.AsSpan(0, Count)[index];

    /// <summary>Gets the arguments for display, with every secret value replaced by <see cref="Mask"/>.</summary>
    public IReadOnlyList<string> Masked
    {
        get
        {
            if (_secrets is null)
            {
                return this;
            }

            var shown = _items[..Count];
            foreach (var (index, text) in _secrets)
            {
                shown[index] = text;
            }

            return shown;
        }
    }

    /// <summary>Gets the secrets of a command that is a single argument here, quoted for a shell: that argument is more than its secrets.</summary>
    internal IReadOnlyList<string> InnerSecrets => _innerSecrets ?? [];

    /// <summary>Concatenates two lists. Secrets in either of them stay secret.</summary>
    internal static IReadOnlyList<string> Concat(IReadOnlyList<string> first, IEnumerable<string> second)
    {
        var all = new CommandArguments(first.Count + 4);
        all.AddAll(first);
        all.AddAll(second);
        return all;
    }

    private void AddAll(IEnumerable<string> arguments)
    {
        var offset = Count;
        foreach (var argument in arguments)
        {
            Add(argument ?? throw new ArgumentException($"Argument {Count} is null. Omit it, or pass an empty string."));
        }

        foreach (var (index, shown) in (arguments as CommandArguments)?._secrets ?? [])
        {
            (_secrets ??= []).Add((offset + index, shown));
        }

        AddInnerSecrets((arguments as CommandArguments)?.InnerSecrets ?? []);
    }

    /// <summary>Remembers what is secret in an argument that is more than its secret.</summary>
    internal void AddInnerSecrets(IReadOnlyList<string> secrets)
    {
        if (secrets.Count > 0)
        {
            (_innerSecrets ??= []).AddRange(secrets);
        }
    }

    /// <summary>Adds one argument.</summary>
    /// <param name="argument">The argument, exactly as the program gets it.</param>
    public void Add(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = argument;
    }

    /// <summary>Adds an option's name, which may consist of several words: <c>-o json</c> is two arguments.</summary>
    private void AddName(string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal))
        {
            Add(name);
            return;
        }

        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(word);
        }
    }

    /// <summary>Adds one secret argument.</summary>
    /// <param name="argument">The argument, exactly as the program gets it.</param>
    /// <param name="shown">The text that is displayed instead.</param>
    public void AddSecret(string argument, string shown)
    {
        Add(argument);
        (_secrets ??= []).Add((Count - 1, shown));
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
