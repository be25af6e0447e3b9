using System.Reflection;
using Tupa.Kernel;
using Tupa.Retention;
using Tupa.Ui;

namespace Tupa.Server;

/// <summary>The three languages in step: every text of the house, and every name in the city's plan, in all of them.</summary>
internal sealed class LanguagesClaim(House house, RetentionQueries retention) : IClaimCheck
{
    private const BindingFlags Everywhere = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public string Key => "server.languages";

    public Text Promise => new(
        Fi: "Palvelu toimii kokonaan suomeksi, ruotsiksi ja englanniksi.",
        Sv: "Tjänsten fungerar helt på finska, svenska och engelska.",
        En: "The service works wholly in Finnish, Swedish and English.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Tekstejä", Sv: "Texter", En: "Texts"),
        new(Fi: "Joista puuttuu jokin kieli", Sv: "Som saknar något språk", En: "Lacking a language"),
    ];

    public ClaimOwner Owner => ClaimOwner.Operation;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        List<Text> texts = [.. Of([.. house.Assemblies, typeof(Page).Assembly, typeof(LanguagesClaim).Assembly])];
        foreach (var row in await retention.AllAsync(stop)) texts.AddRange([row.Name, row.Start]);
        var lacking = texts.Count(t => string.IsNullOrWhiteSpace(t.Fi) || string.IsNullOrWhiteSpace(t.Sv) || string.IsNullOrWhiteSpace(t.En));
        return texts.Count == 0 ? throw new TrialException("No texts were found") : ClaimFinding.Of(lacking == 0, texts.Count, lacking);
    }

    /// <summary>The texts that stand in fields; what is put together of a number or a name begins with one of them, and a test of the house reads those.</summary>
    private static IEnumerable<Text> Of(IEnumerable<Assembly> assemblies) =>
        from type in assemblies.Distinct().SelectMany(a => a.GetTypes())
        where !type.ContainsGenericParameters
        from field in type.GetFields(Everywhere)
        where field.FieldType == typeof(Text)
        select (Text)field.GetValue(null)!;
}
