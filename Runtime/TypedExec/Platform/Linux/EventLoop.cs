using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedExec.Events;

namespace TypedExec.Platform.Linux;

/// <summary>Something that waits for a descriptor. It is called on the loop's thread and never runs a user's code there.</summary>
internal interface IReadinessHandler
{
    void OnReady();
}

/// <summary>
/// One epoll instance with one background thread that tells handlers when their descriptors are ready, for all children of
/// the process. It starts with the first registration.
/// </summary>
internal sealed unsafe class EventLoop
{
    private const int BatchSize = 256;

    // struct epoll_event is packed on x86-64 alone.
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = DataOffset + 8;

    private readonly Lock _gate = new();
    private readonly Stack<int> _freeSlots = new();
    private readonly int _epoll;
    private Slot[] _slots = new Slot[64];
    private int _usedSlots;

    private EventLoop()
    {
        _epoll = LibC.EpollCreate(Constants.EPOLL_CLOEXEC);
        if (_epoll < 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "epoll_create1");
        }

        new Thread(Run, maxStackSize: 256 * 1024) { IsBackground = true, Name = "TypedExec event loop" }.UnsafeStart();
    }

    private static readonly Lock InstanceGate = new();
    private static EventLoop? s_instance;

    /// <summary>The loop of the process; a failure to create it (no descriptor left) is not kept, the next call tries again.</summary>
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

    /// <summary>
    /// A buffer for what is read on the loop's thread; content is valid until the handler returns.
    /// </summary>
    public byte[] Scratch { get; } = GC.AllocateUninitializedArray<byte>(64 * 1024, pinned: true);

    /// <summary>Begins to watch a descriptor and gives the id of the registration.</summary>
    /// <exception cref="IOException">The kernel refuses.</exception>
    public ulong Register(int descriptor, uint events, IReadinessHandler handler)
    {
        ulong id;
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
            id = ((ulong)slot.Generation << 32) | (uint)index;
        }

        if (Control(Constants.EPOLL_CTL_ADD, descriptor, events, id) != 0)
        {
            var errno = LibC.LastErrno;
            Release(id);
            throw new IOException($"epoll_ctl: {Errno.Name(errno)}");
        }

        return id;
    }

    /// <summary>Changes what is waited for; a descriptor that is ready already is told again.</summary>
    public void Modify(ulong id, int descriptor, uint events) => _ = Control(Constants.EPOLL_CTL_MOD, descriptor, events, id);

    /// <summary>
    /// Ends a registration; to be called before the descriptor is closed. An event that the kernel has reported already
    /// is dropped, as its id is no longer known.
    /// </summary>
    public void Unregister(ulong id, int descriptor)
    {
        _ = Control(Constants.EPOLL_CTL_DEL, descriptor, 0, id);
        Release(id);
    }

    private void Release(ulong id)
    {
        var index = (int)(uint)id;
        lock (_gate)
        {
            _slots[index].Handler = null;
            _slots[index].Generation++;
            _freeSlots.Push(index);
        }
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

    private void Run()
    {
        LoopThread.Mark();
        var events = new byte[BatchSize * EventSize];
        while (true)
        {
            int count;
            fixed (byte* pointer = events)
            {
                count = LibC.EpollWait(_epoll, pointer, BatchSize, -1);
            }

            for (var i = 0; i < count; i++)
            {
                Dispatch(MemoryMarshal.Read<ulong>(events.AsSpan(i * EventSize + DataOffset)));
            }
        }
    }

    /// <summary>In a frame of its own: that of the loop would keep the last handler, and its child, until the next event.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Dispatch(ulong id) => Find(id)?.OnReady();

    private IReadinessHandler? Find(ulong id)
    {
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
