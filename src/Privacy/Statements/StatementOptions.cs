using Microsoft.Extensions.Configuration;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Words of the city in three languages, as configuration gives them.</summary>
public sealed class CityWords
{
    public string Fi { get; set; } = "";
    public string Sv { get; set; } = "";
    public string En { get; set; } = "";

    public Text ToText() => new(Fi, Sv, En);

    internal static CityWords Of(string fi, string sv, string en) => new() { Fi = fi, Sv = sv, En = en };
}

/// <summary>The section Tupa:Statement: whose statement it is. The defaults are the statement that this product keeps.</summary>
public sealed class StatementOptions
{
    public const string Section = "Tupa:Statement";
    private const string Post = "Raision kaupunki, PL 100, (Nallinkatu 2), 21201 Raisio, puh. +358 2 434 3111, kirjaamo@raisio.fi";
    private const string PostSv = "Reso stad, PB 100 (Nallinkatu 2), 21201 Reso, tfn +358 2 434 3111, kirjaamo@raisio.fi";
    private const string PostEn = "City of Raisio, PO Box 100 (Nallinkatu 2), 21201 Raisio, Finland, tel. +358 2 434 3111, kirjaamo@raisio.fi";

    /// <summary>"Raision kaupunki".</summary>
    public CityWords City { get; set; } = CityWords.Of("Raision kaupunki", "Reso stad", "City of Raisio");

    /// <summary>The city in the genitive: "Raision kaupungin".</summary>
    public CityWords CityOf { get; set; } = CityWords.Of("Raision kaupungin", "Reso stads", "the City of Raisio's");

    /// <summary>Into whose service one comes: "Raision kaupunkiin".</summary>
    public CityWords CityInto { get; set; } = CityWords.Of("Raision kaupunkiin", "hos Reso stad", "of the City of Raisio");

    /// <summary>The place alone, in the genitive: "Raision".</summary>
    public CityWords PlaceOf { get; set; } = CityWords.Of("Raision", "Resos", "Raisio's");

    public CityWords Division { get; set; } = CityWords.Of("Konsernipalveluyksikkö", "Enheten för koncerntjänster", "Group Services Unit");
    public CityWords ServiceArea { get; set; } = CityWords.Of("Digipalvelut", "Digitala tjänster", "Digital Services");
    public CityWords Controller { get; set; } = CityWords.Of("Kaupunginhallitus", "Stadsstyrelsen", "City Board");
    public CityWords ControllerContact { get; set; } = CityWords.Of(Post, PostSv, PostEn);
    public CityWords Representative { get; set; } = CityWords.Of("Kaupunginjohtaja", "Stadsdirektören", "Mayor");
    public CityWords ContactPerson { get; set; } = CityWords.Of("Tietohallintojohtaja", "Dataadministrationschefen", "Chief information officer");
    public CityWords ContactPersonContact { get; set; } = CityWords.Of(Post, PostSv, PostEn);
    public CityWords Officer { get; set; } = CityWords.Of("Raision kaupungin tietosuojavastaava", "Reso stads dataskyddsombud", "Data protection officer of the City of Raisio");

    public CityWords OfficerContact { get; set; } = CityWords.Of(
        "Tietosuojavastaava, Raision kaupunki / Konsernipalveluyksikkö, PL 100, 21201 Raisio, kirjaamo@raisio.fi",
        "Dataskyddsombudet, Reso stad / Enheten för koncerntjänster, PB 100, 21201 Reso, kirjaamo@raisio.fi",
        "Data protection officer, City of Raisio / Group Services Unit, PO Box 100, 21201 Raisio, Finland, kirjaamo@raisio.fi");

    /// <summary>Where one writes about accessibility.</summary>
    public CityWords Feedback { get; set; } = CityWords.Of("kirjaamo@raisio.fi", "kirjaamo@raisio.fi", "kirjaamo@raisio.fi");

    public CityWords LegalBasis { get; set; } = CityWords.Of("Sopimus", "Avtal", "Contract");
    public DateOnly DraftedOn { get; set; } = new(2018, 5, 24);
    public DateOnly UpdatedOn { get; set; } = new(2023, 4, 6);

    /// <summary>Reads the section; a word given in one language must be given in all three.</summary>
    /// <exception cref="InvalidOperationException">A word lacks a language.</exception>
    public static StatementOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<StatementOptions>() ?? new();
        foreach (var property in typeof(StatementOptions).GetProperties().Where(p => p.PropertyType == typeof(CityWords)))
        {
            var words = (CityWords)property.GetValue(options)!;
            if (words is { Fi.Length: > 0, Sv.Length: > 0, En.Length: > 0 }) continue;
            throw new InvalidOperationException($"{Section}:{property.Name} must be given as Fi, Sv and En: the statement is shown in all three languages.");
        }

        return options;
    }
}
