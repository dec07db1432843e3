using MesoPen.Host.Clinic.Patients;

namespace MesoPen.Tests;

public sealed class SubstancesTests
{
    // Aim: the same substance is found however it is written, and within a longer name, because a reaction costs more than a question.
    [Theory]
    [InlineData("Lidocaine", "lidocaine hydrochloride")]
    [InlineData("lidocaine hydrochloride", "Lidocaine")]
    [InlineData("  HYALURONIC   Acid ", "hyaluronic acid")]
    [InlineData("hyaluronic-acid", "Hyaluronic acid")]
    [InlineData("hyaluronicacid", "Hyaluronic acid")]
    [InlineData("Acide hyaluronique sodé", "acide hyaluronique sode")]
    [InlineData("Proteínas de pescado", "proteina de pescado")]
    [InlineData("eggs", "egg protein")]
    [InlineData("vitamin B12", "Vitamin B12 (cyanocobalamin)")]
    [InlineData("ｆｉｓｈ", "fish")]
    [InlineData("Vitamin B₁₂", "vitamin b12")]
    [InlineData("e\u0301tain", "Étain")]
    [InlineData("Weißdorn", "WEISSDORN")]
    public void Same_substance_is_found(string named, string held) => Assert.Equal(named, Substances.FirstIn([named], [held]));

    // Aim: another substance is not taken for it, or the gate would be switched off in practice.
    [Theory]
    [InlineData("lidocaine", "procaine")]
    [InlineData("vitamin B1", "vitamin B12")]
    [InlineData("nickel", "")]
    [InlineData("--", "arnica")]
    public void Other_substance_is_not_found(string named, string held) => Assert.Null(Substances.FirstIn([named], [held]));

    // Aim: signs alone are no name, so that no allergy is entered that can never be found.
    [Theory]
    [InlineData("--", false)]
    [InlineData("x", false)]
    [InlineData("c4", true)]
    public void Name_has_letters_or_digits(string text, bool expected) => Assert.Equal(expected, Substances.IsName(text));
}
