using MesoPen.Hil;
using MesoPen.Host.Input;
using MesoPen.Tests.Host;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Hil;

public sealed class DefectReaderTests
{
    private const string File = "MesoPen.Kernel/Some.cs";

    [Fact]
    public void Edit_whose_text_stands_once_is_planted_and_nothing_else_changes()
    {
        string planted = DefectReader.Plant(File, "a = b; c = d;", [Defect("D-01", "c = d;", "c = PlantedDefect.Is(\"D-01\") ? 0 : d;")]);

        Assert.Equal("a = b; c = PlantedDefect.Is(\"D-01\") ? 0 : d;", planted);
    }

    [Theory]
    [InlineData("a = b;", "does not stand")]
    [InlineData("c = d; c = d;", "stands more than once")]
    public void Edit_whose_text_is_absent_or_stands_twice_is_refused_with_defect_and_file(string text, string why)
    {
        // A defect that no longer fits must not be skipped: nobody would notice that it tests nothing.
        InputException wrong = Assert.Throws<InputException>(() => DefectReader.Plant(File, text, [Defect("D-01", "c = d;", "")]));

        Assert.Equal(File, wrong.File);
        Assert.Contains("D-01", wrong.Sentence, StringComparison.Ordinal);
        Assert.Contains(why, wrong.Sentence, StringComparison.Ordinal);
        Assert.Contains("The code has moved on; write the defect anew.", wrong.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_defects_in_one_place_are_refused()
    {
        // The second would change what the first planted, and neither would be what its file says.
        InputException wrong = Assert.Throws<InputException>(
            () => DefectReader.Plant(File, "a = b + c;", [Defect("D-01", "a = b", ""), Defect("D-02", "b + c", "")]));

        Assert.Contains("same place", wrong.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("room: Kernel", "room: Console", "allowed are Kernel, Host, Firmware, Protocol")]
    [InlineData("needs: a shot", "need: a shot", "Unknown key need")]
    [InlineData("file: MesoPen.Kernel/Some.cs", "file: MesoPen.Host/Some.cs", "is not in the room Kernel")]
    [InlineData("PlantedDefect.Is(\"D-01\")", "true", "without that it would act always")]
    public void File_that_is_not_what_it_must_be_is_refused(string good, string bad, string why)
    {
        using TempFolder folder = new();
        string path = Path.Combine(folder.Path, "D-01.yaml");
        string text = "id: D-01\ntitle: Something is wrong.\nroom: Kernel\nneeds: a shot\nedits:\n"
            + "  - file: MesoPen.Kernel/Some.cs\n    find: c = d;\n    replace: |-\n      c = PlantedDefect.Is(\"D-01\") ? 0 : d;\n";
        System.IO.File.WriteAllText(path, text);
        Assert.Single(DefectReader.ReadFolder(folder.Path));
        System.IO.File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));

        InputException wrong = Assert.Throws<InputException>(() => DefectReader.ReadFolder(folder.Path));

        Assert.Contains(why, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_defect_of_the_repository_fits_its_sources()
    {
        // Found out here in a second, and not only where the copy is built.
        IReadOnlyList<Defect> defects = DefectReader.ReadFolder(RepositoryFile.PathOf("tests/defects"));

        Assert.True(defects.Count >= 24);
        Assert.All(MesoPen.Hil.Defect.Rooms, room => Assert.True(defects.Count(defect => defect.Room == room) >= 4, room));
        foreach (string file in defects.SelectMany(defect => defect.Edits).Select(edit => edit.File).Distinct())
        {
            DefectReader.Plant(file, RepositoryFile.ReadAllText("src/" + file), defects);
        }
    }

    [Theory]
    [InlineData(typeof(MesoPen.Kernel.Session))]
    [InlineData(typeof(MesoPen.Protocol.FrameReader))]
    [InlineData(typeof(MesoPen.Firmware.Device))]
    [InlineData(typeof(MesoPen.Host.Control.ControlLoop))]
    public void Production_assembly_holds_no_planted_defect(Type production)
    {
        Assert.DoesNotContain(production.Assembly.GetTypes(), type => type.Name.Contains("PlantedDefect", StringComparison.Ordinal));
    }

    private static Defect Defect(string id, string find, string replace) => new(id, "", "Kernel", "", [new DefectEdit(File, find, replace)]);
}
