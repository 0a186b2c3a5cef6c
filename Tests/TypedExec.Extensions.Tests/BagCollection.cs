using System.Collections;
using System.Collections.Concurrent;

namespace TypedExec.Extensions.Tests;

/// <summary>A collection that the exporter adds to from any thread.</summary>
internal sealed class BagCollection<T>(ConcurrentBag<T> bag) : ICollection<T>
{
    public int Count => bag.Count;

    public bool IsReadOnly => false;

    public void Add(T item) => bag.Add(item);

    public void Clear() => bag.Clear();

    public bool Contains(T item) => bag.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => bag.CopyTo(array, arrayIndex);

    public bool Remove(T item) => throw new NotSupportedException();

    public IEnumerator<T> GetEnumerator() => bag.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
