using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Configuration;
using MesoPen.Host.Records;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen site init|user|import</c>: what an administrator does at the station itself, while it does not serve.</summary>
internal static class SiteVerb
{
    // Who asks at the station itself stands on the events by this name: whoever may write the data folder.
    private const string AtTheStation = "station-console";

    public static Command Build(CliContext context) => new("site", "Set the clinic of this station up, add people, import its catalogue")
    {
        Init(context), User(context), Import(context),
    };

    private static Command Init(CliContext context)
    {
        SiteOptions options = new();
        Option<string> name = new("--name") { Description = "Name of the clinic, as it is printed on records", HelpName = "NAME", Required = true };
        Option<string> administrator = new("--administrator") { Description = "Sign-in name of the first administrator", HelpName = "ID", Required = true };
        Option<string?> printed = new("--administrator-name") { Description = "Printed name; the sign-in name if left out", HelpName = "NAME" };
        Command init = new("init", "Begin the records of a clinic: prints the one-time password of its first administrator") { name, administrator, printed };
        options.AddTo(init);
        init.SetAction((parsed, cancel) => DecideAsync(context, options, parsed, mustExist: false, secret => (state, who) => AccountRules.SetUp(
            state, parsed.GetRequiredValue(name),
            new AddPerson(parsed.GetRequiredValue(administrator), parsed.GetValue(printed) ?? parsed.GetRequiredValue(administrator), [Role.Administrator]),
            Passwords.Hash(secret), who), cancel));
        return init;
    }

    private static Command User(CliContext context)
    {
        SiteOptions adding = new();
        Argument<string> added = new("ID") { Description = "Sign-in name" };
        Option<string> name = new("--name") { Description = "Printed name, as it stands under signatures", HelpName = "NAME", Required = true };
        Option<string[]> roles = new("--role")
        {
            Description = "What the person may be: clinician, engineer, administrator or auditor; may be repeated", HelpName = "ROLE", Required = true,
        };
        roles.AcceptOnlyFromAmong([.. RoleWords.List(RoleWords.All).Select(role => role.ToString().ToLowerInvariant())]);
        Command add = new("add", "Add a person: prints the one-time password") { added, name, roles };
        adding.AddTo(add);
        add.SetAction((parsed, cancel) => DecideAsync(context, adding, parsed, mustExist: true, secret => (state, who) => AccountRules.Add(
            state, new AddPerson(parsed.GetRequiredValue(added), parsed.GetRequiredValue(name), [.. parsed.GetRequiredValue(roles).Select(role => Enum.Parse<Role>(role, ignoreCase: true))]),
            Passwords.Hash(secret), who), cancel));

        SiteOptions resetting = new();
        Argument<string> forgetful = new("ID") { Description = "Sign-in name" };
        Command reset = new("reset", "Give a person a new one-time password, and print it") { forgetful };
        resetting.AddTo(reset);
        reset.SetAction((parsed, cancel) => DecideAsync(context, resetting, parsed, mustExist: true, secret => (state, who) => AccountRules.ResetPassword(
            state, parsed.GetRequiredValue(forgetful), Passwords.Hash(secret), who), cancel));

        SiteOptions listing = new();
        Command list = new("people", "The people who work here");
        listing.AddTo(list);
        list.SetAction((parsed, cancel) => context.GuardAsync(parsed, listing.Json, async () =>
        {
            await using SiteRecords records = await SiteRecords.OpenAsync(listing.Settings(parsed), mustExist: true, cancel);
            using ClinicDesk desk = new(records.Site, context.Clock);
            foreach (Person each in (await desk.ReadAsync(cancel)).People.All.Values)
            {
                Say(context, parsed.GetValue(listing.Json), each);
            }

            return ExitCode.Completed;
        }));
        return new Command("user", "People who work here") { add, reset, list };
    }

    private static Command Import(CliContext context)
    {
        SiteOptions options = new();
        Argument<string> file = new("FILE") { Description = "Catalogue of the clinic (docs/operating.md): products, protocols and the like" };
        Option<string> person = new("--person") { Description = "Sign-in name of the administrator in whose name it is imported", HelpName = "ID", Required = true };
        Command import = new("import", "Take a catalogue over, all of it or nothing") { file, person };
        options.AddTo(import);
        import.SetAction((parsed, cancel) => context.GuardAsync(parsed, options.Json, async () =>
        {
            CatalogueFile catalogue = CatalogueFile.Read(parsed.GetRequiredValue(file));
            SettingsFile settings = options.Settings(parsed);
            HardwareCatalogue hardware = HardwareCatalogue.Load(settings.Need(SettingsCatalogue.Zones), settings.Need(SettingsCatalogue.Profiles));
            await using SiteRecords records = await SiteRecords.OpenAsync(settings, mustExist: true, cancel);
            using ClinicDesk desk = new(records.Site, context.Clock);
            (Decision decision, _) = await desk.DecideAsync(
                Console(parsed.GetRequiredValue(person)), (state, who) => catalogue.Decide(state, who, hardware), cancel: cancel);
            if (decision.Problem is { } problem)
            {
                return context.BadInput(parsed.GetValue(options.Json), problem.Detail);
            }

            string done = $"{catalogue.Count} entries imported.";
            if (parsed.GetValue(options.Json))
            {
                context.Json(new JsonObject { ["type"] = "imported", ["entries"] = catalogue.Count });
            }
            else
            {
                context.Output.WriteLine(done);
            }

            return ExitCode.Completed;
        }));
        return import;
    }

    private static Task<int> DecideAsync(
        CliContext context, SiteOptions options, ParseResult parsed, bool mustExist, Func<string, Func<ClinicState, Actor, Decision>> rule, CancellationToken cancel) =>
        context.GuardAsync(parsed, options.Json, async () =>
        {
            string secret = Passwords.OneTime();
            Func<ClinicState, Actor, Decision> decide = rule(secret);
            await using SiteRecords records = await SiteRecords.OpenAsync(options.Settings(parsed), mustExist, cancel);
            using ClinicDesk desk = new(records.Site, context.Clock);
            (Decision decision, ClinicState state) = await desk.DecideAsync(Console(AtTheStation), decide, cancel: cancel);
            if (decision.Problem is { } problem)
            {
                return context.BadInput(parsed.GetValue(options.Json), problem.Detail);
            }

            if (parsed.GetValue(options.Json))
            {
                context.Json(new JsonObject { ["type"] = "person", ["person_id"] = decision.Id, ["one_time_password"] = secret });
            }
            else
            {
                context.Output.WriteLine($"{state.People.All[decision.Id].Name} signs in as {decision.Id}.");
                context.Output.WriteLine($"One-time password: {secret}");
                context.Output.WriteLine($"It is not shown again, must be changed at the first sign-in, and holds for {state.Site.Security.InitialPasswordHours} hours.");
            }

            return ExitCode.Completed;
        });

    private static Actor Console(string person) => new(person, Role.Administrator, AtTheStation, default);

    private static void Say(CliContext context, bool json, Person person)
    {
        string roles = string.Join(", ", RoleWords.List(person.Roles));
        if (json)
        {
            context.Json(new JsonObject { ["type"] = "person", ["person_id"] = person.Id, ["name"] = person.Name, ["roles"] = roles, ["active"] = person.Active });
        }
        else
        {
            context.Output.WriteLine($"{person.Id}  {PlainText.Of(person.Name)}  {roles}{(person.Active ? "" : "  (deactivated)")}");
        }
    }
}
