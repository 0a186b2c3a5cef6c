namespace TypedExec.Children;

/// <summary>A result that may be awaited before or after it is there; costs nothing when nobody awaits it.</summary>
/// <param name="gate">Guards it.</param>
internal sealed class Completion<T>(object gate)
{
    private TaskCompletionSource<T>? _source;
    private T _result = default!;
    private Exception? _failure;
    private bool _isSet;

    public Task<T> Task
    {
        get
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
    }

    public void SetResult(T result) => Set(result, null);

    public void SetException(Exception failure) => Set(default!, failure);

    private void Set(T result, Exception? failure)
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

    private void Resolve()
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
