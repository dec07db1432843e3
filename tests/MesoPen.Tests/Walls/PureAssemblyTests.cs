using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace MesoPen.Tests.Walls;

/// <summary>What the kernel, and the protocol, do not do: floating point, clocks, threads, IO. Looked up in what was built.</summary>
public sealed class PureAssemblyTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly KernelAssembly = Assembly.Load("MesoPen.Kernel");

    private static readonly string[] ImpureNamespaces =
    [
        "System.IO", "System.Threading", "System.Net", "System.Timers", "System.Diagnostics", "Microsoft.Win32", "System.Data",
        "System.Security.Cryptography",
    ];

    private static readonly string[] ImpureTypes =
    [
        "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeProvider", "System.TimeSpan", "System.Random",
        "System.Guid", "System.Console", "System.GC", "System.AppContext", "System.AppDomain",
    ];

    // Attributes that the compiler writes, and what its iterators ask: which thread made them.
    private static readonly string[] Compilers =
    [
        "System.Diagnostics.DebuggableAttribute", "System.Diagnostics.DebuggerBrowsableAttribute", "System.Diagnostics.DebuggerBrowsableState",
        "System.Diagnostics.DebuggerHiddenAttribute", "System.Diagnostics.DebuggerStepThroughAttribute", "System.Diagnostics.CodeAnalysis",
    ];

    public static TheoryData<string> Pure => ["MesoPen.Kernel", "MesoPen.Protocol"];

    [Theory]
    [MemberData(nameof(Pure))]
    [Trait("Requirement", "SR-152")]
    public void Assembly_names_no_clock_thread_or_io(string name)
    {
        // Aim: every type that the assembly's code names is in its metadata; none of these is.
        using FileStream file = File.OpenRead(Assembly.Load(name).Location);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        List<string> impure = [];
        int seen = 0;
        foreach (TypeReferenceHandle handle in metadata.TypeReferences)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            string space = metadata.GetString(type.Namespace);
            string full = $"{space}.{metadata.GetString(type.Name)}";
            seen++;
            bool written = Compilers.Any(each => full == each || space == each);
            bool banned = ImpureTypes.Contains(full) || ImpureNamespaces.Any(each => (space + ".").StartsWith(each + ".", StringComparison.Ordinal));
            if (banned && !written)
            {
                impure.Add(full);
            }
        }

        Assert.True(seen > 20, $"Only {seen} types were looked at.");
        Assert.Empty(impure);
        Assert.Empty(EnvironmentMembers(metadata).Except(["get_CurrentManagedThreadId"]));
    }

    [Fact]
    [Trait("Requirement", "SR-027")]
    [Trait("Requirement", "SR-152")]
    public void Kernel_computes_in_integers_only()
    {
        // Aim: no float, double or decimal in any field, property, parameter, result or local variable of the kernel, private ones too.
        List<string> found = [];
        int looked = 0;
        foreach (Type type in KernelAssembly.GetTypes())
        {
            foreach (FieldInfo field in type.GetFields(Everything))
            {
                Look(field.FieldType, $"{type}.{field.Name}");
            }

            foreach (MethodBase method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            {
                foreach (ParameterInfo parameter in method.GetParameters())
                {
                    Look(parameter.ParameterType, $"{type}.{method.Name}({parameter.Name})");
                }

                Look((method as MethodInfo)?.ReturnType ?? typeof(void), $"{type}.{method.Name}");
                foreach (LocalVariableInfo local in method.GetMethodBody()?.LocalVariables ?? [])
                {
                    Look(local.LocalType, $"{type}.{method.Name}, local {local.LocalIndex}");
                }
            }
        }

        Assert.True(looked > 1000, $"Only {looked} places were looked at.");
        Assert.Empty(found);

        void Look(Type seen, string where)
        {
            looked++;
            if (Floats(seen))
            {
                found.Add(where);
            }
        }
    }

    [Fact]
    public void Floating_point_is_found_where_it_is()
    {
        // Aim: the search above can find something.
        Assert.All([typeof(double), typeof(float?), typeof(List<decimal>), typeof(double[]), typeof((int, Half))], type => Assert.True(Floats(type)));
        Assert.All([typeof(int), typeof(long?), typeof(List<ulong>), typeof((int, string))], type => Assert.False(Floats(type)));
    }

    [Fact]
    public void Kernel_shows_its_insides_to_nobody()
    {
        // Aim: whoever uses or tests the kernel does so by its public face.
        Assert.Empty(KernelAssembly.GetCustomAttributes<InternalsVisibleToAttribute>());
    }

    private static bool Floats(Type type)
    {
        Type bare = type.HasElementType ? type.GetElementType()! : type;
        return bare == typeof(float) || bare == typeof(double) || bare == typeof(decimal) || bare == typeof(Half)
            || (bare.HasElementType && Floats(bare)) || bare.GetGenericArguments().Any(Floats);
    }

    private static IEnumerable<string> EnvironmentMembers(MetadataReader metadata)
    {
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "Environment")
            {
                yield return metadata.GetString(member.Name);
            }
        }
    }
}
