using TypedExec.Remote.Failures;
using TypedExec.Requests;

namespace TypedExec.Remote.Carrying;

/// <summary>A command that runs through a carrier.</summary>
/// <param name="command">The command.</param>
/// <param name="carrier">The carrier.</param>
internal sealed class ViaCommand(ICommand command, ICarrier carrier) : ICarriedCommand
{
    public ICommand Command => command;

    public ICarrier Carrier => carrier;

    public string FileName => carrier.FileName;

    public ProcessOptions? Defaults => TravellingOptions.AtCarrier(command.Defaults, carrier);

    public IReadOnlyList<string> ToArguments()
        => carrier is ITransport transport ? transport.Show(FarCommand.From(command, transport)) : Prefix.Arguments(carrier, command);

    public ICommand Append(IEnumerable<string> args) => new ViaCommand(command.AppendArguments(args), carrier);

    public CarriedStart? Begin(string fileName)
    {
        // Windows has no sh to run the script: a stop ends the carrier, and the remote side notices.
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var run = Supervision.Of(this, fileName, RunToken.Create());
        return run.IsDirect ? null : run;
    }

    public ExecException Explain(ExecException failure) => FailureExplanation.Of(this, failure);

    public override string ToString() => CommandExtensions.ToCommandLine(this);
}
