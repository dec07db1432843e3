namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>The text that comes with the program. A site checks it with its own law and practice, and may publish texts of its own.</summary>
/// <remarks>
/// Outcomes, adverse events and aftercare: general articles on mesotherapy. Aftercare also: vida-aesthetics.com (24 hours without bath, sauna, mud
/// pack), vigammedicalspa.com (no washing for 4 hours, no pain killer such as ibuprofen for 24 hours, no sauna for 48). Where they differ the longer
/// time stands. Infection by mycobacteria shows 1 to 12 weeks later: pubmed.ncbi.nlm.nih.gov/17550571.
/// </remarks>
public static class ConsentTexts
{
    /// <summary>Id of the text that comes with the program.</summary>
    public const string DefaultId = "mesotherapy";

    /// <summary>The text that comes with the program.</summary>
    public static ConsentText Default { get; } = new(
        DefaultId,
        1,
        "en",
        "Consent to mesotherapy",
        [
            "Small amounts of a product are placed in the upper layers of the skin by many shallow punctures of a needle, with a device that holds depth and dose.",
            "Which zones, which product, how deep and how much is in the plan that this consent is bound to. If any of it changes, you are asked again.",
            "The use of this product by this method may be outside what its maker states. Ask your clinician, who must tell you.",
        ],
        [
            "The aim is better quality of the skin: hydration, texture, tone, fine lines. It does not add volume, and it does not replace surgery.",
            "After the first session the skin may look a little fresher. The effect builds up over a series, usually 3 to 6 sessions 2 to 4 weeks apart.",
            "The effect lasts about 3 to 6 months and differs from person to person. It may be small, or missing. Maintenance sessions prolong it.",
        ],
        [
            "Usual, for hours to a few days: redness, mild swelling, small bumps, pinpoint bruises, tenderness.",
            "Less often: swelling that stays, darker spots, infection, allergic reaction.",
            "Rarely: nodules (granuloma), damage by blocking a blood vessel.",
            "An infection may show only 1 to 12 weeks later. Report every nodule, pain, redness or discharge at once, however late.",
        ],
        [
            "No treatment.",
            "Creams, sun protection and other care of the skin at home.",
            "Superficial peels, light or laser, microneedling, platelet-rich plasma.",
            "Fillers for deeper lines.",
        ],
        [
            "Cool the skin if it is swollen. Keep it clean. Do not wash or touch the treated zones for 4 hours.",
            "No pain killers that thin the blood, such as ibuprofen, for 24 hours, unless a doctor has prescribed them.",
            "No heat, bath, sauna or vigorous exercise for 48 hours.",
            "No acids, retinoids or other strong care until the redness is gone.",
            "Come to the follow-up, and call the clinic if anything worries you.",
        ]);
}
