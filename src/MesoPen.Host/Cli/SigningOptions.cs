using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary>Who decides on the command line, and how that is proved.</summary>
/// <param name="signs">Whether a signature is given.</param>
internal sealed class SigningOptions(bool signs)
{
    private readonly Option<string> _person = new("--person") { Description = "Sign-in name of who decides", HelpName = "ID", Required = true };

    /// <summary>Gives a verb these options.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_person);
    }

    /// <summary>Who decides; fresh if the password was right.</summary>
    /// <exception cref="InputException">It is nobody who may, or the password is wrong.</exception>
    public async Task<Actor> WhoAsync(CliContext context, ParseResult parsed, BenchPlace place, Role needed, CancellationToken cancel)
    {
        Actor who = await place.WhoAsync(parsed.GetRequiredValue(_person), needed, cancel);
        if (!signs)
        {
            return who;
        }

        return await SigningProof.RefusedAsync(place.Desk, place.Station, who.PersonId, TypedPassword.Read(context, who.PersonId), cancel) is { } refused
            ? throw new InputException("--person", 0, refused)
            : who with { Fresh = true };
    }

    /// <summary>Runs it; what a rule refuses is exit code 3, what the device does not do is 4 or 6.</summary>
    public static async Task<int> RefusedAsync(CliContext context, ParseResult parsed, Option<bool> json, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (BenchRefusedException refused)
        {
            return Fail(context, parsed.GetValue(json), ExitCode.Refused, refused.Message);
        }
        catch (CalibrationDeviceException trouble)
        {
            return Fail(context, parsed.GetValue(json), trouble.Trouble == CalibrationDeviceTrouble.Away ? ExitCode.LinkLost : ExitCode.DeviceFault, trouble.Message);
        }
    }

    private static int Fail(CliContext context, bool json, int exit, string sentence)
    {
        context.Error.WriteLine(sentence);
        if (json)
        {
            context.Json(new JsonObject { ["type"] = "error", ["exit"] = exit, ["message"] = sentence });
        }

        return exit;
    }
}
