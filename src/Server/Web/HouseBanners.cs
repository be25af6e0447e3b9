using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>What everyone must know on every page of this house.</summary>
internal sealed class HouseBanners
{
    private static readonly Text Demo = new(
        Fi: "Esittelykunta: kaikki ihmiset ja tapahtumat ovat keksittyjä.",
        Sv: "Demonstrationskommun: alla människor och händelser är påhittade.",
        En: "A demonstration municipality: every person and event is invented.");

    /// <summary>The banners of the moment.</summary>
    public IReadOnlyList<Text> Now { get; private set; } = [];

    /// <summary>Set when the house opens.</summary>
    public void Set(bool demo, bool scanning) => Now = [.. demo ? [Demo] : Array.Empty<Text>(), .. scanning ? [] : new[] { BlobText.ScanningOff }];
}
