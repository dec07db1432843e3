using System.Text;
using MesoPen.Host.Input;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Host.Input;

public sealed class InputFuzzTests
{
    private const int TrialsPerFile = 1500;

    private static readonly string[] Splices =
    [
        ": ", "- ", "\n", "  ", "\t", "{", "}", "[", "]", "&a ", "*a", "!!int ", "|\n", ">9\n", "'", "\"", "#", "%YAML 9.9\n", "---\n", "...\n", "? ", "<<: ", "~", "null",
        "-1", "0", "999999999999999999999", "1e9", "0x7f", "\0", "\u0085", "\u2028", "\ufeff", "\\u12", "💉", "\r", "@", "`", "true",
    ];

    public static TheoryData<string> Files()
    {
        TheoryData<string> files = [.. Directory.GetFiles(Shipped.PlansPath, "*.yaml"), .. Directory.GetFiles(Shipped.ProfilesPath, "*.yaml")];
        files.Add(Shipped.ZonesPath);
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Mutated_file_is_refused_or_taken_and_nothing_else(string path)
    {
        // Aim: whatever happens to a file, the answer is InputException or a valid object: never another exception, never a hang.
        using TempFolder folder = new();
        string copy = folder.File(Path.GetFileName(path));
        byte[] original = File.ReadAllBytes(path);
        Random random = TestSeed.Random();
        int refused = 0;
        for (int trial = 0; trial < TrialsPerFile; trial++)
        {
            File.WriteAllBytes(copy, Mutate(original, random));
            try
            {
                Load(path, copy);
            }
            catch (InputException expected)
            {
                refused++;
                Assert.DoesNotContain('\n', expected.Message);
                Assert.DoesNotContain('\u001b', expected.Message);
            }
            catch (Exception other)
            {
                Assert.Fail($"MESOPEN_SEED={TestSeed.Value}, trial {trial}: {other}");
            }
        }

        Assert.InRange(refused, TrialsPerFile / 4, TrialsPerFile);
    }

    private static void Load(string path, string copy)
    {
        if (path == Shipped.ZonesPath)
        {
            // A catalogue that was read must also be usable with a plan.
            TreatmentInput input = TreatmentInput.Load(Path.Combine(Shipped.PlansPath, "full-face-stamp.yaml"), copy, Shipped.ProfilesPath);
            input.Plan.Check(input.Limits);
        }
        else if (path.StartsWith(Shipped.PlansPath, StringComparison.Ordinal))
        {
            TreatmentInput input = TreatmentInput.Load(copy, Shipped.ZonesPath, Shipped.ProfilesPath);
            foreach (MesoPen.Kernel.Refusal refusal in input.Plan.Check(input.Limits))
            {
                Assert.NotEmpty(refusal.Sentence);
            }
        }
        else
        {
            TreatmentInput input = TreatmentInput.Load(Path.Combine(Shipped.PlansPath, "full-face-stamp.yaml"), Shipped.ZonesPath, Shipped.ProfilesPath, copy);
            input.Plan.Check(input.Limits);
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int edits = random.Next(1, 4); edits > 0 && bytes.Count > 0; edits--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    DropLine(bytes, at);
                    break;
                case 5:
                    MutateDigit(bytes, at, random);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static void DropLine(List<byte> bytes, int at)
    {
        int begin = bytes.LastIndexOf((byte)'\n', at) + 1;
        int end = bytes.IndexOf((byte)'\n', at);
        if (end > begin)
        {
            bytes.RemoveRange(begin, end - begin);
        }
    }

    private static void MutateDigit(List<byte> bytes, int at, Random random)
    {
        int digit = bytes.FindIndex(at, static value => char.IsAsciiDigit((char)value));
        if (digit >= 0)
        {
            bytes[digit] = (byte)('0' + random.Next(10));
        }
    }
}
