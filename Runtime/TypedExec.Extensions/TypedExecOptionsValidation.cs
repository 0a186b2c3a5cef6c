using Microsoft.Extensions.Options;

namespace TypedExec.Extensions;

/// <summary>Refuses options that cannot be, with the name of each.</summary>
internal sealed class TypedExecOptionsValidation : IValidateOptions<TypedExecOptions>
{
    public ValidateOptionsResult Validate(string? name, TypedExecOptions options)
    {
        var failures = new List<string>();
        Refuse(options.Defaults is null, "Defaults is null.");
        Refuse(options.Defaults is not null && options.Defaults.GetType() != typeof(ProcessOptions), "Defaults is to be a ProcessOptions, and not the record of one verb.");
        Refuse(options.MaxConcurrent < 1, $"MaxConcurrent is {options.MaxConcurrent}; it is at least 1.");
        Refuse(options.QueueLimit < 0, $"QueueLimit is {options.QueueLimit}; it is at least 0.");
        Refuse(options.MaxBuffer < 0, $"MaxBuffer is {options.MaxBuffer}; it is at least 0.");
        Refuse(options.MaxCapturedBytes < 1, $"MaxCapturedBytes is {options.MaxCapturedBytes}; it is at least 1.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Refuse(bool condition, string failure)
        {
            if (condition)
            {
                failures.Add(failure);
            }
        }
    }
}
