using System.Text;

namespace MesoPen.Host.Cli;

/// <summary>A password as it is typed, without showing it, or the first line of standard input for programs.</summary>
internal static class TypedPassword
{
    /// <summary>Asks for it.</summary>
    public static string Read(CliContext context, string person)
    {
        if (context.Input is { } given)
        {
            return given.ReadLine() ?? "";
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        context.Error.Write($"Password of {PlainText.Of(person)}: ");
        StringBuilder typed = new();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        context.Error.WriteLine();
        return typed.ToString();
    }
}
