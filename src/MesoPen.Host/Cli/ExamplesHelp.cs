using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MesoPen.Host.Cli;

/// <summary>The usual help, followed by examples that can be typed as they stand.</summary>
internal sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["mesopen"] = ["mesopen plan check plans/full-face-micro-depots.yaml", "mesopen treat plans/demo-short.yaml --device /dev/ttyUSB0 --data clinic"],
        ["plan"] = ["mesopen plan check plans/periocular.yaml"],
        ["check"] =
        [
            "mesopen plan check plans/full-face-micro-depots.yaml",
            "mesopen plan check plans/full-face-stamp.yaml --profile gun-9 --json",
        ],
        ["records"] = ["mesopen records list --data clinic", "mesopen records verify --data clinic"],
        ["list"] = ["mesopen records list --data clinic", "mesopen records list --data clinic --json"],
        ["show"] = ["mesopen records show --data clinic", "mesopen records show SESSION --data clinic --json"],
        ["verify"] = ["mesopen records verify --data clinic", "mesopen records verify --data clinic --head HASH"],
        ["backup"] = ["mesopen backup create clinic-2031-05-06.backup --data clinic", "mesopen backup verify clinic-2031-05-06.backup"],
        ["create"] =
        [
            "mesopen backup create clinic-2031-05-06.backup --data clinic",
            "mesopen backup create clinic-2031-05-06.backup --database 'Host=localhost;Database=clinic;Username=mesopen'",
        ],
        ["backup verify"] = ["mesopen backup verify clinic-2031-05-06.backup", "mesopen backup verify clinic-2031-05-06.backup --head HASH"],
        ["restore"] = ["mesopen backup restore clinic-2031-05-06.backup --data restored"],
        ["settle"] = ["mesopen records settle SESSION --data clinic --person Meyer --reason broken"],
        ["config"] = ["mesopen config effective --explain"],
        ["effective"] = ["mesopen config effective --explain", "MESOPEN__API__URLS=http://127.0.0.1:6000 mesopen config effective --json"],
        ["site"] = ["mesopen site init --data clinic --name \"Skin Clinic\" --administrator meyer"],
        ["init"] = ["mesopen site init --data clinic --name \"Skin Clinic\" --administrator meyer --administrator-name \"Dr A. Meyer\""],
        ["user"] = ["mesopen site user add yilmaz --name \"Dr B. Yilmaz\" --role clinician --data clinic", "mesopen site user people --data clinic"],
        ["add"] = ["mesopen site user add yilmaz --name \"Dr B. Yilmaz\" --role clinician --role engineer --data clinic"],
        ["reset"] = ["mesopen site user reset yilmaz --data clinic"],
        ["people"] = ["mesopen site user people --data clinic --json"],
        ["import"] = ["mesopen site import catalogue.json --person meyer --data clinic"],
        ["serve"] = ["mesopen serve --data clinic", "mesopen serve --data clinic --set Api:Urls=http://127.0.0.1:6000"],
        ["calibrate"] = ["mesopen calibrate volume --device /dev/ttyUSB0 --balance /dev/ttyUSB1 --protocol mt-sics --months 12 --data clinic"],
        ["volume"] =
        [
            "mesopen calibrate volume --device /dev/ttyUSB0 --balance 'serial:/dev/ttyUSB1?baud=9600&format=8N1&protocol=mt-sics' --person meyer --months 12 --data clinic",
            "mesopen calibrate volume --device /dev/ttyUSB0 --balance /dev/ttyUSB1 --protocol sbi --environment water=20.1,air=21.0,pressure=1013.2,humidity=45 --months 12 --data clinic",
            "mesopen calibrate volume --device /dev/ttyUSB0 --resume --data clinic",
        ],
        ["depth"] = ["mesopen calibrate depth --device /dev/ttyUSB0 --gauge /dev/ttyUSB1 --protocol mitutoyo --plan 1,2,4,6 --needles 5 --months 12 --data clinic"],
        ["occlusion"] = ["mesopen calibrate occlusion --device /dev/ttyUSB0 --plan 1200:tol=150 --tolerance-source \"site policy 7\" --months 12 --data clinic"],
        ["calibrate list"] = ["mesopen calibrate list --data clinic"],
        ["accept"] = ["mesopen calibrate accept CALIBRATION --person yilmaz --data clinic"],
        ["decline"] = ["mesopen calibrate decline CALIBRATION --person yilmaz --reason \"goes to service\" --data clinic"],
        ["abort"] = ["mesopen calibrate abort CALIBRATION --person meyer --reason \"draught\" --data clinic"],
        ["revert"] = ["mesopen calibrate revert CALIBRATION --person meyer --reason \"wrong balance\" --data clinic"],
        ["sign"] = ["mesopen calibrate sign CALIBRATION --person meyer --data clinic"],
        ["issue"] = ["mesopen calibrate issue CALIBRATION --person yilmaz --data clinic"],
        ["repeatability"] =
        [
            "mesopen repeatability --shots 10 --device /dev/ttyUSB0 --balance /dev/ttyUSB1 --protocol mt-sics",
            "mesopen repeatability --shots 5 --dose 50 --device tcp://127.0.0.1:7100 --json",
        ],
        ["certificate"] = ["mesopen certificate list --data clinic", "mesopen certificate verify C-2031-0001.html"],
        ["certificate list"] = ["mesopen certificate list --data clinic", "mesopen certificate list --data clinic --json"],
        ["certificate show"] = ["mesopen certificate show C-2031-0001 --data clinic"],
        ["certificate export"] =
        [
            "mesopen certificate export C-2031-0001 --data clinic --out C-2031-0001.html",
            "mesopen certificate export C-2031-0001 --data clinic --form dcc --out C-2031-0001.xml",
        ],
        ["certificate verify"] =
        [
            "mesopen certificate verify C-2031-0001.html --key FINGERPRINT",
            "mesopen certificate verify C-2031-0002.json C-2031-0001.json C-2031-0002.csv --data clinic",
        ],
        ["revoke"] = ["mesopen certificate revoke C-2031-0001 --person meyer --reason \"The balance was found to be wrong\" --data clinic"],
        ["export"] = ["mesopen export fhir SESSION --data clinic", "mesopen export shots SESSION --data clinic --out shots.csv"],
        ["fhir"] = ["mesopen export fhir SESSION --data clinic"],
        ["shots"] = ["mesopen export shots SESSION --data clinic"],
        ["zones"] = ["mesopen export zones SESSION --data clinic"],
        ["devices"] = ["mesopen devices", "mesopen devices --device tcp://127.0.0.1:7100 --json"],
        ["instruments"] = ["mesopen instruments detect serial:/dev/ttyUSB1"],
        ["detect"] =
        [
            "mesopen instruments detect", "mesopen instruments detect 'serial:/dev/ttyUSB1?baud=1200&format=7O1'",
            "mesopen instruments detect tcp://127.0.0.1:4001 --json",
        ],
        ["doctor"] = ["mesopen doctor --data clinic", "mesopen doctor --json"],
        ["treat"] =
        [
            "mesopen treat plans/full-face-micro-depots.yaml --device serial:/dev/ttyUSB0?baud=115200 --data clinic",
            "mesopen treat plans/demo-short.yaml --device tcp://127.0.0.1:7100 --data demo --yes --json",
            "mesopen treat plans/full-face-micro-depots.yaml --device /dev/ttyUSB0 --data clinic --resume",
        ],
    };

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        string name = command is RootCommand ? "mesopen" : command.Name;
        string full = $"{command.Parents.FirstOrDefault()?.Name} {name}";
        name = Examples.ContainsKey(full) ? full : name;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(Examples[name].Length == 1 ? "Example:" : "Examples:");
        foreach (string example in Examples[name])
        {
            output.WriteLine("  " + example);
        }

        output.WriteLine();
        return code;
    }
}
