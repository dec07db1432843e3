using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MesoPen.Host.Api.Console;

/// <summary>The words of <see cref="StopPage"/> in one language; the console's own are in its files, which this page does without.</summary>
/// <param name="Language">Its code.</param>
/// <param name="Stop">On the button.</param>
/// <param name="Promise">What the button does.</param>
/// <param name="Ready">Before any stop.</param>
/// <param name="Rest">It stands still; <c>{0}</c> is the time that it took.</param>
/// <param name="RestMore">What to do then.</param>
/// <param name="Sent">The device has not said that it stands still.</param>
/// <param name="SentMore">What to do then.</param>
/// <param name="Nothing">No treatment runs.</param>
/// <param name="NothingMore">What to do then.</param>
/// <param name="Back">To the console.</param>
internal sealed record StopPageWords(
    string Language, string Stop, string Promise, string Ready, string Rest, string RestMore, string Sent, string SentMore, string Nothing,
    string NothingMore, string Back)
{
    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<StopPageWords> All { get; } =
    [
        new("en", "STOP", "Needle back, plunger still, at once. It does not ask.",
            "Press STOP at the bottom: it works without signing in and without any script.",
            "Stopped. At rest after {0}.",
            "The device said that needle and plunger are at rest. Look at the patient. The stop is released in the console, with a reason.",
            "Stop was sent. The device has not said yet that it is at rest.",
            "Lift the device off the skin and look at the patient. Without the station the device stops by itself. Press STOP again at any time.",
            "There was nothing to stop.",
            "No treatment runs at this station. If a device moves all the same, lift it off the skin and press the stop button on it.",
            "Back to the console"),
        new("tr", "DURDUR", "İğne geri çekilir, piston durur, hemen. Soru sormaz.",
            "Aşağıdaki DURDUR düğmesine basın: oturum açmadan ve betik olmadan da çalışır.",
            "Durduruldu. {0} sonra hareketsiz.",
            "Cihaz, iğnenin ve pistonun hareketsiz olduğunu bildirdi. Hastaya bakın. Durdurma, konsolda gerekçe yazılarak kaldırılır.",
            "Durdurma komutu gönderildi. Cihaz henüz hareketsiz olduğunu bildirmedi.",
            "Cihazı ciltten kaldırın ve hastaya bakın. İstasyonla bağlantı kesilirse cihaz kendiliğinden durur. DURDUR düğmesine istediğiniz an yeniden basabilirsiniz.",
            "Durdurulacak bir işlem yoktu.",
            "Bu istasyonda yürütülen bir tedavi yok. Cihaz yine de hareket ediyorsa ciltten kaldırın ve üzerindeki durdurma düğmesine basın.",
            "Konsola dön"),
        new("fr", "ARRÊT", "Aiguille rentrée, piston immobile, aussitôt. Sans confirmation.",
            "Appuyez sur ARRÊT en bas : cela fonctionne sans connexion et sans script.",
            "Arrêté. Immobile après {0}.",
            "L’appareil a confirmé que l’aiguille et le piston sont immobiles. Examinez le patient. L’arrêt se lève dans la console, avec un motif.",
            "L’arrêt a été envoyé. L’appareil n’a pas encore confirmé qu’il est immobile.",
            "Éloignez l’appareil de la peau et examinez le patient. Sans la station, l’appareil s’arrête de lui-même. Vous pouvez appuyer de nouveau sur ARRÊT à tout moment.",
            "Il n’y avait rien à arrêter.",
            "Aucun traitement n’est en cours sur ce poste. Si un appareil bouge malgré tout, éloignez-le de la peau et appuyez sur son bouton d’arrêt.",
            "Retour à la console"),
        new("es", "PARAR", "Aguja retraída, émbolo quieto, al instante. No pregunta.",
            "Pulse PARAR abajo: funciona sin iniciar sesión y sin ningún script.",
            "Parado. En reposo tras {0}.",
            "El equipo confirmó que la aguja y el émbolo están en reposo. Observe al paciente. La parada se libera en la consola, con un motivo.",
            "Se envió la parada. El equipo aún no ha confirmado que esté en reposo.",
            "Retire el equipo de la piel y observe al paciente. Sin la estación, el equipo se detiene solo. Puede pulsar PARAR de nuevo en cualquier momento.",
            "No había nada que parar.",
            "No hay ningún tratamiento en curso en esta estación. Si aun así un equipo se mueve, retírelo de la piel y pulse su botón de parada.",
            "Volver a la consola"),
    ];

    /// <summary>The language that a browser wants most, of those that there are.</summary>
    public static StopPageWords For(Microsoft.Extensions.Primitives.StringValues acceptLanguage) =>
        StringWithQualityHeaderValue.TryParseList(acceptLanguage, out IList<StringWithQualityHeaderValue>? wanted)
            ? wanted.OrderByDescending(each => each.Quality ?? 1)
                .Select(each => All.FirstOrDefault(words => each.Value.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase)))
                .FirstOrDefault(words => words is not null) ?? All[0]
            : All[0];

    /// <summary>A time, with a no-break space before its unit: below a second in ms.</summary>
    public string Duration(long ms)
    {
        string mark = Language == "en" ? "." : ",";
        return ms < 1000
            ? ms.ToString(CultureInfo.InvariantCulture) + "\u00a0ms"
            : (ms / 1000.0).ToString("0.#", CultureInfo.InvariantCulture).Replace(".", mark, StringComparison.Ordinal) + "\u00a0s";
    }
}
