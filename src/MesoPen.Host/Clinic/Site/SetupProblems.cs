namespace MesoPen.Host.Clinic.Site;

/// <summary>Problem types of beginning a clinic, and of an example clinic.</summary>
public static class SetupProblems
{
    /// <summary>The setup code is not the one that was printed.</summary>
    public static ProblemType CodeWrong { get; } = new(
        "setup-code-wrong", 403, "The setup code is not right",
        "The clinic has no person yet, and the code is not the one that the station printed last. After five wrong ones it prints another.",
        "Read the setup code where mesopen serve was started: in its terminal, or with journalctl -u mesopen.");

    /// <summary>A device that does not say that it is simulated, in an example clinic.</summary>
    public static ProblemType ExampleClinic { get; } = new(
        "example-clinic", 409, "An example clinic treats on simulated devices alone",
        "The clinic was begun as an example, with a colleague, a patient, a consent and a product that do not exist. The device does not say that it is simulated.",
        "Use the simulated gun (mesopen-sim), or begin a clinic of its own in another data folder.");
}
