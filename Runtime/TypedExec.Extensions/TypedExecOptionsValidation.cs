using Microsoft.Extensions.Options;

namespace TypedExec.Extensions;

/// <summary>Rejects invalid options and names each of them.</summary>
internal sealed class TypedExecOptionsValidation : IValidateOptions<TypedExecOptions>
{
    public ValidateOptionsResult Validate(string? name, TypedExecOptions options)
    {
        var failures = new List<string>();
        FailIf(options.Defaults is null, "Defaults is null.");
        FailIf(options.Defaults is not null && options.Defaults.GetType() != typeof(ProcessOptions), "Defaults must be a ProcessOptions, not a derived type.");
        FailIf(options.MaxConcurrent < 1, $"MaxConcurrent is {options.MaxConcurrent}; it must be at least 1.");
        FailIf(options.QueueLimit < 0, $"QueueLimit is {options.QueueLimit}; it must be at least 0.");
        FailIf(options.MaxBuffer < 0, $"MaxBuffer is {options.MaxBuffer}; it must be at least 0.");
        FailIf(options.MaxCapturedBytes < 1, $"MaxCapturedBytes is {options.MaxCapturedBytes}; it must be at least 1.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void FailIf(bool condition, string failure)
        {
            if (condition)
            {
                failures.Add(failure);
            }
        }
    }
}
