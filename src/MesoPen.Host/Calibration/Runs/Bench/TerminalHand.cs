using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace MesoPen.Host.Calibration;

/// <summary>A person at a terminal, or a program at the other end of a pipe: asked in lines, answered in lines.</summary>
/// <param name="say">Writes a sentence.</param>
/// <param name="sayJson">Writes a line of JSON; null for people.</param>
/// <param name="lines">What is typed.</param>
/// <param name="yes">What is to be done is taken as done.</param>
/// <param name="environment">Room and water as stated on the command line; null to ask.</param>
/// <param name="clock">The time.</param>
internal sealed class TerminalHand(
    Action<string> say, Action<JsonObject>? sayJson, ChannelReader<string> lines, bool yes, Func<EnvironmentReading>? environment, TimeProvider clock) : IBenchHand
{
    // What is asked again at once, and again, nobody does: it would be asked for ever.
    private const int TakenMax = 3;

    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    private (string Sentence, long At, int Times) _taken = ("", 0, 0);

    /// <inheritdoc />
    /// <exception cref="NobodyThereException">With --yes, what was taken as done is asked for again and again.</exception>
    public async Task ConfirmAsync(string sentence, CancellationToken cancel)
    {
        if (yes)
        {
            bool again = _taken.Sentence == sentence && clock.GetElapsedTime(_taken.At) < AtOnce;
            _taken = (sentence, clock.GetTimestamp(), again ? _taken.Times + 1 : 1);
            if (_taken.Times > TakenMax)
            {
                throw new NobodyThereException($"{sentence} It was taken as done {TakenMax} times (--yes), and is not: do it.");
            }

            say(sentence + " Taken as done (--yes).");
            return;
        }

        await AskAsync(BenchWants.Done, sentence, " [Enter when done]", _ => true, cancel);
    }

    /// <inheritdoc />
    public async Task<long> ReadAsync(BenchWants what, string sentence, CancellationToken cancel)
    {
        (string unit, decimal factor) = what switch
        {
            BenchWants.WeightNg => ("mg", 1_000_000m),
            BenchWants.LengthNm => ("µm", 1000m),
            _ => ("kPa", 1000m),
        };
        decimal value = 0;
        await AskAsync(what, sentence, $" [{unit}]", line => decimal.TryParse(
            line, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value), cancel);
        return (long)Math.Round(value * factor);
    }

    /// <inheritdoc />
    public async Task<EnvironmentReading> EnvironmentAsync(CancellationToken cancel)
    {
        if (environment is not null)
        {
            return environment();
        }

        EnvironmentReading? reading = null;
        await AskAsync(
            BenchWants.Environment, "Read room and water.", $" [{EnvironmentText.Form}]", line => (reading = EnvironmentText.Read(line, clock.GetUtcNow(), "typed", out _)) is not null, cancel);
        return reading!;
    }

    private async Task AskAsync(BenchWants wants, string sentence, string form, Func<string, bool> takes, CancellationToken cancel)
    {
        do
        {
            if (sayJson is null)
            {
                say(sentence + form);
            }
            else
            {
                sayJson(new JsonObject { ["type"] = "question", ["wants"] = wants.ToString(), ["text"] = sentence + form });
            }

            try
            {
                if (takes((await lines.ReadAsync(cancel)).Trim()))
                {
                    return;
                }
            }
            catch (ChannelClosedException end)
            {
                string remedy = wants == BenchWants.Environment
                    ? "State --environment or --environment-file." : "Do it, and answer at a terminal or through a pipe.";
                throw new NobodyThereException($"Nobody is there to do this: {sentence} {remedy}", end);
            }
        }
        while (true);
    }
}
