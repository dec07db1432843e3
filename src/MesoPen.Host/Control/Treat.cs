using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Connection;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MesoPen.Host.Control;

/// <summary><c>mesopen treat</c>: one treatment, or the rest of one.</summary>
public static class Treat
{
    // Documented in docs/operating.md beside the outcomes.
    private const int InternalDefect = 1;

    /// <summary>Runs until the treatment ended and gives the exit code (docs/operating.md).</summary>
    /// <exception cref="InputException">Plan, profile, zones, address or journal are not what they must be; nothing was changed.</exception>
    /// <exception cref="RecordStoreException">The journal cannot be opened; nothing was changed.</exception>
    public static async Task<int> RunAsync(TreatOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        TreatmentInput input = TreatmentInput.Load(options.Plan, options.Zones, options.Profiles);
        DeviceAddress address = DeviceAddress.Parse(options.Device, input.Profile.Baud);
        if (input.Plan.Check(input.Limits) is { IsEmpty: false } refusals)
        {
            foreach (Refusal refusal in refusals)
            {
                output.WriteLine(options.Json ? RefusedLine(refusal) : refusal.Sentence);
            }

            return (int)TreatmentOutcome.Refused;
        }

        CertificatesState? certificates = options.Certificates is { } list ? CertificatesFile.Load(list) : null;

        // Opening the session is the first thing that changes anything: whatever else may be wrong is found before.
        using FrameCapture? capture = options.Capture is { } path ? FrameCapture.Create(path) : null;
        using SqliteJournal journal = SqliteJournal.Open(options.Data);
        RefuseClinic(options.Data);
        SessionFile file = SessionFile.Open(options, input, journal, TimeProvider.System);
        using QueuedWriter queued = new(output);
        return await RunAsync(options, input, address, certificates, capture, journal, file, queued);
    }

    private static async Task<int> RunAsync(
        TreatOptions options, TreatmentInput input, DeviceAddress address, CertificatesState? certificates, FrameCapture? capture, SqliteJournal journal,
        SessionFile file, TextWriter output)
    {
        bool terminal = !options.Json && !Console.IsOutputRedirected;
        TerminalDesk terminalDesk = new(options.Json ? TextWriter.Null : output, terminal, options.Yes);
        IOperatorDesk desk = options.Json ? new JsonDesk(output, terminalDesk) : terminalDesk;

        EventLoop loop = new(TimeProvider.System);
        using RecordLane lane = RecordLane.Threaded(journal, loop);
        Session session = new(input.Plan, input.Limits, SessionSettings.Of(input));
        session.Restore(file.Records);
        using ControlLoop control = new(loop, session, lane, input.Plan, file.Id);
        using TreatmentScript script = new(loop, control, input.Plan, desk, options.Person, file.Resumed, options.LinkPatience)
        {
            Certificates = certificates,
        };
        using DeviceConnection connection = new(
            loop, () => capture is null ? address.NewLink() : new CapturingLink(address.NewLink(), capture), control,
            new ExpectedDevice(input.Profile.Id, options.Serial ?? file.Serial, input.Profile.Needles), new Random(Environment.ProcessId));
        using CancellationTokenSource ended = new();
        script.Ended = () =>
        {
            connection.Stop();
            ended.Cancel();
        };

        Notice(desk, options, file, input);
        KeyReader.Start(key => OnKey(key, control, terminalDesk, options.Person));
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IHostLifetime>(_ => new StopSignals(() => control.RequestStop(options.Person)));
        TreatmentWorker? worker = null;
        builder.Services.AddHostedService(services => worker = new TreatmentWorker(
            loop, () => control.Start(connection), services.GetRequiredService<IHostApplicationLifetime>(), ended.Token));
        using (IHost host = builder.Build())
        {
            await host.RunAsync();
        }

        if (script.Outcome is not { } outcome)
        {
            desk.Notice(NoticeKind.Stopped, "A defect of this program ended the treatment; the device stops by itself. Look at the patient, go on with --resume, and report the defect.");
            Console.Error.WriteLine(worker?.Defect);
            return InternalDefect;
        }

        terminalDesk.Leave();
        JsonObject summary = TreatmentSummary.Of(file.Id, outcome, session, input.Plan);
        output.WriteLine(options.Json ? summary.ToJsonString() : TreatmentSummary.ForPeople(file.Id, outcome, session, input.Plan));
        return (int)outcome;
    }

    /// <summary>Where a clinic keeps its records nobody is treated past its gates.</summary>
    private static void RefuseClinic(string folder)
    {
        using JournalReader reader = JournalReader.Open(folder);
        if (reader.ReadAfter(0, 1, JournalRows.Clinic).Count > 0)
        {
            throw new InputException(folder, 0, "This folder holds the records of a clinic: treat with mesopen serve, or name another folder with --data.");
        }
    }

    private static void Notice(IOperatorDesk desk, TreatOptions options, SessionFile file, TreatmentInput input)
    {
        desk.Notice(NoticeKind.Info, $"Session {file.Id}: {input.Plan.Title}, on {options.Device}{(file.Resumed ? ", resumed" : "")}.");
        desk.Notice(NoticeKind.Info, "s or Ctrl-C stops: the plunger at once, the needle back. p pauses. MesoPen is not an approved medical device.");
    }

    private static void OnKey(char key, ControlLoop control, TerminalDesk desk, string person)
    {
        if (key is 's' or 'S')
        {
            control.RequestStop(person);
        }
        else if (key is 'p' or 'P')
        {
            control.Ask(at => new SessionEvent.Pause(at, "Paused by " + person + "."));
        }
        else
        {
            desk.Key(key);
        }
    }

    private static string RefusedLine(Refusal refusal) => new JsonObject
    {
        ["type"] = "refused", ["limit"] = refusal.Limit.Kind.ToString(), ["zone"] = refusal.Zone, ["asked"] = refusal.Asked,
        ["allowed"] = refusal.Limit.Value, ["source"] = refusal.Limit.Source.ToString(), ["reference"] = refusal.Limit.Reference, ["text"] = refusal.Sentence,
    }.ToJsonString();
}
