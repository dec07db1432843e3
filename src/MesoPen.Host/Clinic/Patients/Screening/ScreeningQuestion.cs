namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A question of the screening. A yes is what speaks against treatment.</summary>
/// <param name="Id">Stable word, such as pregnancy.</param>
/// <param name="Text">As it is asked.</param>
/// <param name="Severity">What a yes means.</param>
/// <param name="EachDay">Asked anew on the day of every session, because the answer may change from day to day.</param>
/// <param name="Source">Who says that it matters.</param>
public sealed record ScreeningQuestion(string Id, string Text, QuestionSeverity Severity, bool EachDay, string Source);
