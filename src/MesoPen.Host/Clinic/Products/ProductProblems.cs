namespace MesoPen.Host.Clinic.Products;

/// <summary>Problem types of products and lots.</summary>
public static class ProductProblems
{
    /// <summary>A number without its source.</summary>
    public static ProblemType NoSource { get; } = new(
        "no-source", 422, "A number has no source", "A limit of the product was given without saying who says so.",
        "Name the source of the number: the instructions for use, a publication, or the clinic's own decision with a name and a day.");

    /// <summary>The plan's product is not known.</summary>
    public static ProblemType Missing { get; } = new(
        "product-unknown", 409, "The plan's product is not known", "The plan names a product that is not registered here.",
        "Register the product, or make a new version of the plan.");

    /// <summary>The plan's product is retired.</summary>
    public static ProblemType Retired { get; } = new(
        "product-retired", 409, "The product is used no longer", "The product was retired; the detail says why.", "Plan with another product.");

    /// <summary>A scan that is no GS1 symbol.</summary>
    public static ProblemType ScanUnreadable { get; } = new(
        "scan-unreadable", 422, "The scan cannot be read", "What came from the scanner is no element string of GS1 that this program reads.",
        "Do what the detail says; a lot can always be typed.");

    /// <summary>A scan that can be read in several ways.</summary>
    public static ProblemType ScanAmbiguous { get; } = new(
        "scan-ambiguous", 422, "The scan can be read in several ways", "The scanner lost the separators between the elements, as keyboard scanners do.",
        "Compare the ways in the detail with the label, and give lot and serial number beside the scan; or let the scanner send the group separator.");

    /// <summary>What was scanned and what was typed or is known differ.</summary>
    public static ProblemType ScanMismatch { get; } = new(
        "scan-mismatch", 409, "The scan does not match", "The scan, what was typed beside it and the product it is said to be do not agree.",
        "Look at the package: correct what was typed, or take the right package.");

    /// <summary>The plan's product may not be used in a zone of the plan.</summary>
    public static ProblemType ZoneNotAllowed { get; } = new(
        "product-zone", 409, "The product may not be used in this zone", "The plan has a zone that the sheet of the product in the vial does not allow.",
        "Plan without the zone, or with another product.");

    /// <summary>The plan goes deeper than the product may.</summary>
    public static ProblemType TooDeep { get; } = new(
        "product-depth", 409, "Deeper than the product may go", "The plan has a zone whose depth is beyond that of the product in the vial.",
        "Plan within the depth that the detail names.");

    /// <summary>The plan gives a point, or the session, more than the product may.</summary>
    public static ProblemType TooMuch { get; } = new(
        "product-dose", 409, "More than the product allows", "A point of the plan, or all points together, get more than the sheet of the product in the vial allows.",
        "Plan within the volume that the detail names.");

    /// <summary>The vial holds another product than the plan names.</summary>
    public static ProblemType VialOfAnother { get; } = new(
        "vial-other-product", 409, "The vial holds another product", "What is in the vial is not what the plan names.",
        "Take a vial of the plan's product.");

    /// <summary>A lot is past its last day.</summary>
    public static ProblemType LotExpired { get; } = new(
        "lot-expired", 409, "The lot has expired", "A lot in the vial is past its last day of use.",
        "Discard it, and take a lot in date.");

    /// <summary>A lot is recalled.</summary>
    public static ProblemType LotRecalled { get; } = new(
        "lot-recalled", 409, "The lot is recalled", "A lot in the vial is barred by a recall.",
        "Keep it apart as the recall says, and take another lot.");
}
