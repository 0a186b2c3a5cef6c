namespace TypedExec.Children;

/// <summary>A result that can be awaited before or after it exists. It costs nothing if it isn't awaited.</summary>
/// <remarks>Part of its owner, whose gate guards it.</remarks>
internal struct Completion<T>
{
    private TaskCompletionSource<T>? _source;
    private T _result;
    private Exception? _failure;
    private bool _isSet;

    public Task<T> GetTask(object gate)
    {
        lock (gate)
        {
            if (_source is null)
            {
                _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_isSet)
                {
                    Resolve();
                }
            }

            return _source.Task;
        }
    }

    public void SetResult(object gate, T result) => Set(gate, result, null);

    public void SetException(object gate, Exception failure) => Set(gate, default!, failure);

    private void Set(object gate, T result, Exception? failure)
    {
        lock (gate)
        {
            if (_isSet)
            {
                return;
            }

            (_isSet, _result, _failure) = (true, result, failure);
            if (_source is not null)
            {
                Resolve();
            }
        }
    }

    private readonly void Resolve()
    {
        if (_failure is null)
        {
            _source!.SetResult(_result);
        }
        else
        {
            _source!.SetException(_failure);
        }
    }
}
