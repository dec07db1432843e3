using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;

namespace MesoPen.Host.Exchange.Deidentified;

/// <summary>
/// What stands between a record and who it is of: ids become hashes under a key that exists for one export and is kept nowhere, days become days
/// since the patient's first session, years of birth become ages.
/// </summary>
internal sealed class Veil
{
    /// <summary>
    /// Ages above this are one group: so few people are older that an age alone may tell who it is. The limit of the safe harbor method, 45 CFR
    /// 164.514(b)(2)(i)(C).
    /// </summary>
    public const int OldestAgeSaid = 89;

    private const int HexDigits = 16;

    private readonly byte[] _key;
    private readonly Dictionary<string, DateOnly> _firstSession;

    /// <param name="key">32 random bytes, new for every export.</param>
    /// <param name="sessions">All sessions.</param>
    public Veil(byte[] key, IEnumerable<TreatedSession> sessions)
    {
        _key = key;
        _firstSession = sessions.GroupBy(session => session.PatientId).ToDictionary(group => group.Key, group => group.Min(session => session.Day));
    }

    /// <summary>Whether anything about a patient can be said: without a first session there is no day to count from.</summary>
    public bool Covers(string patientId) => _firstSession.ContainsKey(patientId);

    /// <summary>Stands for a patient, in this export alone.</summary>
    public string Patient(string id) => Hash("patient", id);

    /// <summary>Stands for a session, in this export alone.</summary>
    public string Session(string id) => Hash("session", id);

    /// <summary>Days since the patient's first session; negative before it.</summary>
    public string Days(string patientId, DateOnly day) => (day.DayNumber - _firstSession[patientId].DayNumber).ToString(CultureInfo.InvariantCulture);

    /// <summary>Age in years, by the years alone, at the first session.</summary>
    public string Age(Patient patient)
    {
        int age = _firstSession[patient.Id].Year - patient.BirthYear;
        return age > OldestAgeSaid ? "90+" : age.ToString(CultureInfo.InvariantCulture);
    }

    private string Hash(string sort, string id) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{sort}/{id}")))[..HexDigits];
}
