using System.CommandLine;
using System.Globalization;

namespace MesoPen.Host.Cli;

/// <summary>Options that take a whole number within bounds.</summary>
internal static class NumberOption
{
    public static Option<int> Build(string name, string description, string helpName, int usual, int min, int max)
    {
        Option<int> option = new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            // What is no number at all is refused already, and asking for its value would throw.
            bool number = result.Tokens is [var only] && int.TryParse(only.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            int value = number ? result.GetValueOrDefault<int>() : usual;
            if (value < min || value > max)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes {min} to {max}."));
            }
        });
        return option;
    }
}
