using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>What a consent is to. Anything else is not consented to.</summary>
/// <param name="PatientId">Who consents.</param>
/// <param name="PlanId">To which plan.</param>
/// <param name="PlanVersion">Which version of it.</param>
/// <param name="PlanSha256">Hash of that version: depths, doses, course.</param>
/// <param name="Zones">Zones of that version.</param>
/// <param name="ProductId">With which product.</param>
/// <param name="MixedWith">Other products that are mixed in.</param>
/// <param name="ProductSha256">Hash of what was known of all of them: ingredients, allergens.</param>
/// <param name="TextId">Upon which text.</param>
/// <param name="TextVersion">Which version of it.</param>
/// <param name="TextSha256">Hash of that version.</param>
public sealed record ConsentBinding(
    string PatientId,
    string PlanId,
    int PlanVersion,
    string PlanSha256,
    ImmutableArray<string> Zones,
    string ProductId,
    ImmutableArray<string> MixedWith,
    string ProductSha256,
    string TextId,
    int TextVersion,
    string TextSha256);
