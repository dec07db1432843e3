using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>
/// The questions that every patient answers before treatment. They are of consent and intake forms of the field, each named in its source. A form
/// says what speaks against treatment and not always how strongly: where it is silent the stricter severity was taken.
/// </summary>
public static class ScreeningCatalogue
{
    /// <summary>Raised with every change of the questions: a screening with an older one is taken anew.</summary>
    public const int Version = 1;

    private const string Mesohyal = "Consent form for mesohyal, sydneydermallounge.com.au";
    private const string Needling = "Consent form for microneedling, heatheradams.co.uk";
    private const string Intake = "Intake form of a clinic, aestheticcoach.flourishandgrow.com";
    private const string Before = "Rules before treatment, vida-aesthetics.com";
    private const string Field = "General articles on mesotherapy";

    /// <summary>In the order of asking.</summary>
    public static ImmutableArray<ScreeningQuestion> All { get; } =
    [
        new("pregnancy", "Are you pregnant, or could you be?", QuestionSeverity.Absolute, true, Mesohyal),
        new("breastfeeding", "Are you breastfeeding?", QuestionSeverity.Absolute, true, Mesohyal),
        new("infection-or-rash", "Do you have an infection, inflammation, cold sore, active acne or rash of the skin now, and where?",
            QuestionSeverity.InZones, true, $"{Mesohyal}; {Needling}"),
        new("hypersensitivity", "Have you reacted to any substance: a medicine, an anaesthetic, a plant, an animal product? Name each.",
            QuestionSeverity.Substances, false, $"{Mesohyal}; {Intake}"),
        new("keloid", "Do you form keloids or thick scars?", QuestionSeverity.Absolute, false, $"{Needling}; {Intake}"),
        new("needle-phobia", "Do you have a severe fear of needles?", QuestionSeverity.Absolute, false, Field),
        new("autoimmune", "Do you have an autoimmune disease?", QuestionSeverity.NeedsClearance, false, $"{Mesohyal}; {Needling}"),
        new("immunosuppressants", "Do you take medicines that weaken the immune system?", QuestionSeverity.NeedsClearance, false, Mesohyal),
        new("bleeding-disorder", "Do you have haemophilia, or bleed longer than others?", QuestionSeverity.NeedsClearance, false, Needling),
        new("skin-cancer", "Have you had cancer of the skin, or radiotherapy, where you are to be treated?", QuestionSeverity.NeedsClearance,
            false, Needling),
        new("anaphylaxis", "Have you ever had a severe allergic shock?", QuestionSeverity.NeedsClearance, false, Intake),
        new("anticoagulants", "Do you take blood thinners, or took aspirin or a pain killer like it within 2 days?", QuestionSeverity.Caution,
            true, $"{Needling}; {Before}"),
        new("alcohol", "Have you drunk alcohol today or yesterday?", QuestionSeverity.Caution, true, Field),
        new("recent-procedures", "Have you had a peel, laser, microneedling, filler or another treatment of the skin recently?",
            QuestionSeverity.Caution, false, $"{Mesohyal}; {Field}"),
        new("diabetes", "Do you have diabetes?", QuestionSeverity.Caution, false, $"{Needling}; {Intake}"),
        new("herpes", "Do you get cold sores?", QuestionSeverity.Caution, false, Intake),
        new("isotretinoin", "Do you take isotretinoin, or did so recently?", QuestionSeverity.Caution, false, Intake),
        new("epilepsy", "Do you have epilepsy?", QuestionSeverity.Caution, false, Intake),
        new("pigment-disorder", "Does your skin get dark or light spots after it was hurt?", QuestionSeverity.Caution, false, Before),
        new("vaccination", "Were you vaccinated within 1 week?", QuestionSeverity.Caution, true, Before),
    ];

    /// <summary>By id.</summary>
    public static FrozenDictionary<string, ScreeningQuestion> ById { get; } = All.ToFrozenDictionary(question => question.Id);
}
