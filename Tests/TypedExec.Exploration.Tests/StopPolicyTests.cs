using Microsoft.Coyote.Random;
using Microsoft.Coyote.Specifications;
using TypedExec.Stopping;

namespace TypedExec.Exploration;

/// <summary>The stop policy with children of all habits, in every order of what can happen to them.</summary>
public sealed class StopPolicyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_run_ends_and_sends_the_signal_before_it_kills(int stages) => Exploration.HoldsInEveryOrder(() =>
    {
        new SimulatedRun(Generator.Create(), stages).Run();
        return Task.CompletedTask;
    });

    /// <summary>A driver whose children, timers and callers do what they can do next, one thing at a time.</summary>
    private sealed class SimulatedRun
    {
        private readonly Generator _random;
        private readonly StopPolicy _policy;
        private Child[] _children;
        private int _next;
        private int _stops;
        private StopReason _first;
        private bool _isDone;

        public SimulatedRun(Generator random, int stages)
        {
            _random = random;
            _children = new Child[stages];
            var limits = new StopLimits[stages];
            for (var i = 0; i < stages; i++)
            {
                _children[i] = new Child(random);
                limits[i] = new StopLimits(
                    Signal.SIGTERM, _children[i].HasGroup, TimeSpan.FromSeconds(5), null, random.NextBoolean() ? TimeSpan.Zero : null,
                    TimeSpan.FromMilliseconds(250));
            }

            _policy = new StopPolicy(limits);
        }

        public void Run()
        {
            for (var facts = Facts(); facts.Count > 0; facts = Facts())
            {
                facts[_random.NextInteger(facts.Count)]();
                Specification.Assert(_first == StopReason.None || _policy.Reason == _first, "The first reason did not stay.");
            }

            Specification.Assert(_isDone, "Nothing more can happen, and the run has not ended.");
        }

        /// <summary>Returns what can happen next.</summary>
        private List<Action> Facts()
        {
            var facts = new List<Action>();
            if (_next < _children.Length)
            {
                facts.Add(Start);
                facts.Add(FailToStart);
            }

            if (_stops < 2)
            {
                facts.Add(() => Stop(StopReason.TimedOut));
                facts.Add(() => Stop(StopReason.Cancelled));
            }

            for (var i = 0; i < _next; i++)
            {
                AddFacts(facts, i, _children[i]);
            }

            return facts;
        }

        private void AddFacts(List<Action> facts, int stage, Child child)
        {
            void Add(bool condition, Action change, Func<StopOrder[]> report)
            {
                if (condition)
                {
                    facts.Add(() =>
                    {
                        change();
                        Obey(report());
                    });
                }
            }

            Add(child.MayExit, () => child.IsRunning = false, () => _policy.Exited(stage));
            Add(child.MayEndOutput, () => child.OpenOutputs--, () => _policy.OutputEnded(stage));
            Add(child.IsForceSet, () => child.IsForceSet = false, () => _policy.ForceKillDue(stage));
            Add(child.IsDrainSet, () => child.IsDrainSet = false, () => _policy.DrainDue(stage));
            Add(child is { IsGroupWatched: true, LeavesStubborn: false }, () => child.IsGroupWatched = false, () => _policy.GroupEnded(stage));
        }

        private void Start()
        {
            var stage = _next++;
            _children[stage].IsRunning = true;
            Obey(_policy.Started(stage, _children[stage].OpenOutputs));
        }

        private void FailToStart()
        {
            var stage = _next;
            _children = _children[..stage];
            Note(StopReason.StartFailed);
            Obey(_policy.StartFailed(stage));
        }

        private void Stop(StopReason reason)
        {
            _stops++;
            Note(reason);
            Obey(_policy.Stop(reason));
        }

        private void Note(StopReason reason)
        {
            if (_first == StopReason.None && !_isDone)
            {
                _first = reason;
            }
        }

        private void Obey(StopOrder[] orders)
        {
            foreach (var order in orders)
            {
                if (order.Kind == StopOrderKind.Done)
                {
                    Specification.Assert(!_isDone, "The run has ended twice.");
                    Specification.Assert(_children[.._next].All(static child => child.IsClosed || child.IsLetGo), "The run has ended before a stage has.");
                    _isDone = true;
                    continue;
                }

                Obey(order, _children[order.Stage]);
            }
        }

        private void Obey(StopOrder order, Child child)
        {
            switch (order.Kind)
            {
                case StopOrderKind.Signal:
                    Specification.Assert(!child.IsClosed, "A signal is sent to a stage that was given up.");
                    Specification.Assert(order.Signal != Signal.SIGKILL || child.WasAsked, "A stage is killed that was not asked to end.");
                    child.WasAsked = true;
                    child.WasKilled |= order.Signal == Signal.SIGKILL;
                    if (child.RefusesSignals)
                    {
                        Obey(_policy.KillRefused(order.Stage, 1));
                    }

                    break;
                case StopOrderKind.SetForceKill:
                    child.IsForceSet = true;
                    break;
                case StopOrderKind.SetDrain:
                    child.IsDrainSet = true;
                    break;
                case StopOrderKind.DropOutput:
                    Specification.Assert(!child.IsRunning, "The output of a child that runs is dropped.");
                    child.IsDropped = true;
                    break;
                case StopOrderKind.WatchGroup:
                    child.IsGroupWatched = true;
                    break;
                case StopOrderKind.Abandon:
                    child.IsLetGo = true;
                    break;
                case StopOrderKind.Close:
                    Specification.Assert(child is { IsClosed: false, IsRunning: false, OpenOutputs: 0 }, "A stage is closed before it has ended.");
                    child.IsClosed = true;
                    break;
            }
        }
    }

    /// <summary>One child with its habits and history.</summary>
    private sealed class Child(Generator random)
    {
        public bool EndsByItself { get; } = random.NextBoolean();

        public bool IgnoresTerm { get; } = random.NextBoolean();

        public bool RefusesSignals { get; } = random.NextInteger(4) == 0;

        public bool HasGroup { get; } = random.NextBoolean();

        public bool LeavesStubborn { get; } = random.NextBoolean();

        /// <summary>Gets whether a descendant holds its output open, which a kill of the group ends.</summary>
        public bool LeavesHolder { get; } = random.NextBoolean();

        public int OpenOutputs { get; set; } = random.NextInteger(3);

        public bool IsRunning { get; set; }

        public bool WasAsked { get; set; }

        public bool WasKilled { get; set; }

        public bool IsForceSet { get; set; }

        public bool IsDrainSet { get; set; }

        public bool IsDropped { get; set; }

        public bool IsGroupWatched { get; set; }

        public bool IsLetGo { get; set; }

        public bool IsClosed { get; set; }

        public bool MayExit => IsRunning && (EndsByItself || (!RefusesSignals && (WasKilled || (WasAsked && !IgnoresTerm))));

        public bool MayEndOutput => OpenOutputs > 0 && (IsDropped || (!IsRunning && (!LeavesHolder || (HasGroup && WasAsked))));
    }
}
