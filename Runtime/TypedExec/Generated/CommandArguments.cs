using System.Collections;

namespace TypedExec.Generated;

/// <summary>
/// The arguments of one command line, in order, that remembers which of them are secret. Generated code builds it;
/// as a list it holds the real values, <see cref="Masked"/> is for everything that is shown.
/// </summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public sealed partial class CommandArguments : IReadOnlyList<string>
{
    private string[] _items;
    private List<(int Index, string Shown)>? _secrets;

    /// <summary>An empty list.</summary>
    /// <param name="capacity">How many arguments are expected.</param>
    public CommandArguments(int capacity = 8) => _items = new string[Math.Max(capacity, 1)];

    /// <summary>What stands in for a secret value wherever arguments are shown.</summary>
    public static string Mask => "***";

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public string this[int index] => _items.AsSpan(0, Count)[index];

    /// <summary>The arguments as they may be shown: every secret value is replaced by <see cref="Mask"/>.</summary>
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

    /// <summary>One list behind another; what is secret in either stays so.</summary>
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
            Add(argument ?? throw new ArgumentException($"Argument {Count} is null: leave it out, or pass an empty string."));
        }

        foreach (var (index, shown) in (arguments as CommandArguments)?._secrets ?? [])
        {
            (_secrets ??= []).Add((offset + index, shown));
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

    /// <summary>Adds an option's name, which may be of several words: <c>-o json</c> is two arguments.</summary>
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

    /// <summary>Adds one argument that is secret.</summary>
    /// <param name="argument">The argument, exactly as the program gets it.</param>
    /// <param name="shown">What is shown instead.</param>
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
