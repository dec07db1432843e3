using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class PlantFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesopen-plant-");

    private string PlantPath => Path.Combine(_folder.FullName, "gun.nvm.plant");

    private string TruthPath => Path.Combine(_folder.FullName, "truth.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_after_a_death_between_plant_and_truth_neither_loses_nor_doubles_a_line()
    {
        // Aim: however much of the last lines had reached the truth file, afterwards it holds them once.
        byte[] whole = Run(out long before);
        for (long kept = before; kept <= whole.Length; kept++)
        {
            File.WriteAllBytes(TruthPath, whole[..(int)kept]);
            Plant plant = new(ProfileReader.Open("gun-5"));
            using TruthFile truth = TruthFile.Open(TruthPath);
            using PlantFile file = PlantFile.Open(PlantPath, plant, "gun-5", truth);
            Assert.True(whole.AsSpan().SequenceEqual(File.ReadAllBytes(TruthPath)), $"{kept} of {whole.Length} bytes kept");
            File.Delete(PlantPath);
            File.Copy(PlantPath + ".then", PlantPath);
        }
    }

    [Fact]
    public void Open_a_damaged_newest_bank_falls_back_on_the_other()
    {
        // Aim: a torn write costs a millisecond, not the machine.
        Run(out _);
        using (FileStream file = File.OpenWrite(PlantPath))
        {
            // The banks are written in turn; the damage hits each in one of the two rounds, and the plant opens in both.
            file.Position = 100;
            file.WriteByte(0x5A);
        }

        Plant plant = new(ProfileReader.Open("gun-5"));
        using PlantFile opened = PlantFile.Open(PlantPath, plant, "gun-5", null);
        Assert.InRange(plant.PlungerSteps, 1, long.MaxValue);
    }

    [Fact]
    public void Open_what_is_no_plant_or_another_profile_s_is_refused()
    {
        // Aim: a wrong file is named in one sentence, and is not overwritten.
        File.WriteAllText(PlantPath, "not a plant");
        Plant plant = new(ProfileReader.Open("gun-5"));
        SimulatorInputException refused = Assert.Throws<SimulatorInputException>(() => PlantFile.Open(PlantPath, plant, "gun-5", null));
        Assert.Contains("holds no whole state of a plant", refused.Message, StringComparison.Ordinal);
        Assert.Equal("not a plant", File.ReadAllText(PlantPath));

        File.Delete(PlantPath);
        Run(out _);
        refused = Assert.Throws<SimulatorInputException>(() => PlantFile.Open(PlantPath, plant, "pen-1", null));
        Assert.Contains("another profile than pen-1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_a_memory_file_of_another_length_is_refused()
    {
        // Aim: a file that is no device's memory is left alone.
        string path = Path.Combine(_folder.FullName, "notes.txt");
        File.WriteAllText(path, "hello");
        SimulatorInputException refused = Assert.Throws<SimulatorInputException>(() => NvmFile.Open(path));
        Assert.Contains("has 5 bytes", refused.Message, StringComparison.Ordinal);
        Assert.Equal("hello", File.ReadAllText(path));
    }

    /// <summary>Primes a plant on files, up to and including a millisecond with lines due. Gives the truth file, and its length before that.</summary>
    private byte[] Run(out long before)
    {
        Plant plant = new(ProfileReader.Open("gun-5"));
        using TruthFile truth = TruthFile.Open(TruthPath);
        using PlantFile file = PlantFile.Open(PlantPath, plant, "gun-5", truth);
        plant.DrivePlunger(2000, 16_000);
        do
        {
            before = truth.Length;
            plant.Step();
            file.Commit(plant, truth);
        }
        while (plant.Ms < 5 || truth.Length == before);

        File.Copy(PlantPath, PlantPath + ".then", overwrite: true);
        return File.ReadAllBytes(TruthPath);
    }
}
