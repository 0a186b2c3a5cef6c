using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedExec.Events;

namespace TypedExec.Platform.Linux;

/// <summary>Something that waits for a descriptor. It is called on the loop's thread and never runs user code there.</summary>
internal interface IReadinessHandler
{
    void OnReady();
}

/// <summary>
/// One epoll instance and one background thread that notify handlers when their descriptors are ready, for all children of the
/// process. It is started before the first child.
/// </summary>
/// <remarks>A started child is never lost: what the kernel has no room to watch (epoll's limit per user, memory) is polled every
/// 10 ms instead.</remarks>
internal sealed unsafe class EventLoop
{
    private const int BatchSize = 256;
    private const int NoDescriptor = -1;

    /// <summary>The ID of a registration without a handler.</summary>
    private const ulong NoHandler = ulong.MaxValue;

    /// <summary>How often registrations that can't be watched are polled.</summary>
    private const int PollMilliseconds = 10;

    // struct epoll_event is packed only on x86-64.
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = DataOffset + 8;

    private readonly Lock _gate = new();
    private readonly Stack<int> _freeSlots = new();
    private readonly List<int> _polled = [];
    private readonly int _epoll;
    private readonly int _wake = NoDescriptor;
    private Slot[] _slots = new Slot[64];
    private int _usedSlots;

    private EventLoop()
    {
        _epoll = LibC.EpollCreate(Constants.EPOLL_CLOEXEC);
        if (_epoll < 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "epoll_create1");
        }

        try
        {
            _wake = LibC.EventDescriptor(0, Constants.EFD_CLOEXEC | Constants.EFD_NONBLOCK);
            if (_wake < 0 || Control(Constants.EPOLL_CTL_ADD, _wake, Constants.EPOLLIN | Constants.EPOLLET, NoHandler) != 0)
            {
                throw new SpawnFailureException(LibC.LastErrno, _wake < 0 ? "eventfd" : "epoll_ctl");
            }

            new Thread(Run, maxStackSize: 256 * 1024) { IsBackground = true, Name = "TypedExec event loop" }.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            // No thread could be created.
            Close();
            throw new SpawnFailureException(Errno.EAGAIN, "pthread_create");
        }
        catch
        {
            Close();
            throw;
        }
    }

    private static readonly Lock InstanceGate = new();
    private static EventLoop? s_instance;

    /// <summary>
    /// Gets the loop of the process. A failure to create it (no descriptor left) isn't cached; the next call tries again.
    /// </summary>
    public static EventLoop Instance
    {
        get
        {
            if (Volatile.Read(ref s_instance) is { } instance)
            {
                return instance;
            }

            lock (InstanceGate)
            {
                return s_instance ??= new EventLoop();
            }
        }
    }

    /// <summary>Starts the loop unless it is running.</summary>
    /// <exception cref="SpawnFailureException">There is no descriptor, memory or thread left.</exception>
    public static void Start() => _ = Instance;

    /// <summary>Gets a buffer for what is read on the loop's thread. Its content is valid until the handler returns.</summary>
    public byte[] Scratch { get; } = GC.AllocateUninitializedArray<byte>(64 * 1024, pinned: true);

    /// <summary>Starts watching a descriptor and returns the ID of the registration.</summary>
    public ulong Register(int descriptor, uint events, IReadinessHandler handler)
    {
        var id = Add(handler);
        if (Control(Constants.EPOLL_CTL_ADD, descriptor, events, id) != 0)
        {
            Poll(id);
        }

        return id;
    }

    /// <summary>Calls the handler repeatedly, for something without a descriptor that could be watched.</summary>
    public ulong RegisterPolled(IReadinessHandler handler)
    {
        var id = Add(handler);
        Poll(id);
        return id;
    }

    /// <summary>Changes the events of a registration. A descriptor that is already ready is reported again.</summary>
    public void Modify(ulong id, int descriptor, uint events)
    {
        if (!IsPolled(id) && Control(Constants.EPOLL_CTL_MOD, descriptor, events, id) != 0)
        {
            Poll(id);
        }
    }

    /// <summary>
    /// Ends a registration. Must be called before the descriptor is closed. An event that the kernel has already reported is
    /// dropped, because its ID is no longer known.
    /// </summary>
    public void Unregister(ulong id, int descriptor)
    {
        if (descriptor >= 0)
        {
            _ = Control(Constants.EPOLL_CTL_DEL, descriptor, 0, id);
        }

        var index = (int)(uint)id;
        lock (_gate)
        {
            _slots[index].Handler = null;
            _slots[index].Generation++;
            _freeSlots.Push(index);
            _ = _polled.Remove(index);
        }
    }

    private ulong Add(IReadinessHandler handler)
    {
        lock (_gate)
        {
            if (!_freeSlots.TryPop(out var index))
            {
                index = _usedSlots++;
                if (index == _slots.Length)
                {
                    Array.Resize(ref _slots, index * 2);
                }
            }

            ref var slot = ref _slots[index];
            slot.Handler = handler;
            return Id(index, slot.Generation);
        }
    }

    private static ulong Id(int index, uint generation) => ((ulong)generation << 32) | (uint)index;

    private bool IsPolled(ulong id)
    {
        lock (_gate)
        {
            return _polled.Count > 0 && _polled.Contains((int)(uint)id);
        }
    }

    private void Poll(ulong id)
    {
        lock (_gate)
        {
            _polled.Add((int)(uint)id);
        }

        _ = Descriptor.Write(_wake, BitConverter.GetBytes(1L));
    }

    private int Control(int operation, int descriptor, uint events, ulong id)
    {
        Span<byte> registration = stackalloc byte[16];
        MemoryMarshal.Write(registration, events);
        MemoryMarshal.Write(registration[DataOffset..], id);
        fixed (byte* pointer = registration)
        {
            return LibC.EpollControl(_epoll, operation, descriptor, pointer);
        }
    }

    private void Close()
    {
        if (_wake >= 0)
        {
            Descriptor.Close(_wake);
        }

        Descriptor.Close(_epoll);
    }

    private void Run()
    {
        LoopThread.Mark();
        var events = new byte[BatchSize * EventSize];
        while (true)
        {
            ulong[] polled;
            lock (_gate)
            {
                polled = _polled.Count == 0 ? [] : [.. _polled.ConvertAll(index => Id(index, _slots[index].Generation))];
            }

            int count;
            fixed (byte* pointer = events)
            {
                count = LibC.EpollWait(_epoll, pointer, BatchSize, polled.Length == 0 ? -1 : PollMilliseconds);
            }

            for (var i = 0; i < count; i++)
            {
                Dispatch(MemoryMarshal.Read<ulong>(events.AsSpan(i * EventSize + DataOffset)));
            }

            foreach (var id in polled)
            {
                Dispatch(id);
            }
        }
    }

    /// <summary>A separate frame: the loop's would keep the last handler, and its child, alive until the next event.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Dispatch(ulong id) => Find(id)?.OnReady();

    private IReadinessHandler? Find(ulong id)
    {
        if (id == NoHandler)
        {
            return null;
        }

        lock (_gate)
        {
            ref var slot = ref _slots[(int)(uint)id];
            return slot.Generation == (uint)(id >> 32) ? slot.Handler : null;
        }
    }

    private struct Slot
    {
        public IReadinessHandler? Handler;
        public uint Generation;
    }
}
