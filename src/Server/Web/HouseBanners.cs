using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>What everyone must know on every page of this house.</summary>
internal sealed class HouseBanners
{
    private static readonly Text Demo = new(
        Fi: "Esittelykunta: kaikki ihmiset ja tapahtumat ovat keksittyjä.",
        Sv: "Demonstrationskommun: alla människor och händelser är påhittade.",
        En: "A demonstration municipality: every person and event is invented.");

    private static readonly Text Unscanned = new(
        Fi: "Haittaohjelmien tarkistus ei ole käytössä. Älä avaa tiedostoja, joihin et luota.",
        Sv: "Kontrollen av skadlig programvara är inte i bruk. Öppna inte filer som du inte litar på.",
        En: "Malware scanning is off. Do not open files that you do not trust.");

    /// <summary>The banners of the moment.</summary>
    public IReadOnlyList<Text> Now { get; private set; } = [];

    /// <summary>Set when the house opens.</summary>
    public void Set(bool demo, bool scanning) => Now = [.. demo ? [Demo] : Array.Empty<Text>(), .. scanning ? [] : new[] { Unscanned }];
}
