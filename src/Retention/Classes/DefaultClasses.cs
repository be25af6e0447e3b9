using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Retention;

/// <summary>The 23 classes that a city starts from; its own plan may change them.</summary>
internal sealed class DefaultClasses : ISeed
{
    private static readonly Text EndOfUse = new(Fi: "palvelun käytön päättymisestä", Sv: "att användningen av tjänsten upphör", En: "the end of use of the service");
    private static readonly Text SchoolYear = new(Fi: "lukuvuoden päättymisestä 31.7.", Sv: "att läsåret slutar 31.7", En: "the end of the school year on 31 July");
    private static readonly Text Event = new(Fi: "tapahtumasta", Sv: "händelsen", En: "the event");

    /// <summary>The classes, in the order of their codes.</summary>
    public static IReadOnlyList<RetentionClass> All { get; } =
    [
        Of("TT-01", "07 02 01", new("Käyttäjän perustiedot", "Användarens grunduppgifter", "Directory record"), 9, PeriodUnit.Months, EndOfUse, "tietosuojaseloste", DisposalAction.Erase),
        Of("TT-02", "07 02 01", new("Käyttöoikeushakemukset ja -päätökset", "Ansökningar och beslut om behörighet", "Access grants"), 2, PeriodUnit.Years, new("oikeuden päättymisestä", "att behörigheten upphör", "the end of the right"), "TiHL 16 §, 21 §", DisposalAction.Erase),
        Of("TT-03", "01 01 03 01", new("Salassapitositoumus", "Sekretessförbindelse", "Confidentiality commitment"), 9, PeriodUnit.Months, new("tehtävän päättymisestä", "att uppgiften upphör", "the end of the duty"), "JulkL 23 §", DisposalAction.Erase),
        Of("TT-04", "01", new("Koulutusmerkinnät", "Utbildningsanteckningar", "Training marks"), 9, PeriodUnit.Months, EndOfUse, "tietosuojaseloste", DisposalAction.Erase),
        Of("TT-05", "00 01 04", new("Hanketyötilan aineisto", "Material i projektets arbetsyta", "Project space"), 3, PeriodUnit.Years, new("projektin päättymisestä", "att projektet avslutas", "the end of the project"), "kunnallisten asiakirjojen säilytysaikasuositus", DisposalAction.Review, spaces: true),
        Of("TT-06", "00 00 02", new("Luottamushenkilöiden työtila", "De förtroendevaldas arbetsyta", "Elected officials' space"), 1, PeriodUnit.Years, new("toimikauden päättymisestä", "att mandatperioden upphör", "the end of the term of office"), "JulkL 5 §", DisposalAction.Erase, spaces: true),
        Of("TT-07", "00 04", new("Sisäiset tiedotteet", "Interna meddelanden", "Announcements"), 2, PeriodUnit.Years, new("viimeisestä päivityksestä", "den senaste uppdateringen", "the last update"), "rekisterinpitäjän päätös", DisposalAction.Erase, spaces: true),
        Of("TT-08", "00", new("Keskustelut ja pikaviestit", "Diskussioner och snabbmeddelanden", "Discussions"), 12, PeriodUnit.Months, new("kirjaamisesta", "att det skrevs", "the writing"), "JulkL 5.4 §", DisposalAction.Erase, spaces: true),
        Of("TT-09", "12 01 01", new("Opetusryhmän työtila", "Undervisningsgruppens arbetsyta", "Teaching space"), 9, PeriodUnit.Months, SchoolYear, "tietosuojaseloste", DisposalAction.Erase, spaces: true),
        Of("TT-10", "12 01 01", new("Opettajan oma oppimateriaali", "Lärarens eget läromaterial", "Teacher's own material"), 9, PeriodUnit.Months, EndOfUse, "tietosuojaseloste", DisposalAction.Erase, spaces: true),
        Of("TT-11", "12 01 02", new("Arviointiaineisto (ei sallittu täällä)", "Bedömningsmaterial (inte tillåtet här)", "Assessment (not allowed here)"), 0, PeriodUnit.Days, Event, "POL 40 §", DisposalAction.Refuse),
        Of("TT-12", "12 01 04", new("Kodin ja koulun yhteistyö", "Samarbete mellan hem och skola", "Home and school co-operation"), 9, PeriodUnit.Months, SchoolYear, "rekisterinpitäjän päätös", DisposalAction.Erase, spaces: true),
        Of("TT-13", "00 01", new("Kumppanuustyötila", "Partnerskapets arbetsyta", "Partner space"), 1, PeriodUnit.Years, new("yhteistyön päättymisestä", "att samarbetet avslutas", "the end of the co-operation"), "TiHL 21 §", DisposalAction.Review, spaces: true),
        Of("TT-14", "07 02 01", new("Oma kuva", "Egen bild", "Own picture"), 0, PeriodUnit.Days, EndOfUse, "tietosuojaseloste", DisposalAction.Erase),
        Of("TT-15", "07 00 01", new("Käyttöloki", "Användningslogg", "Use log"), 2, PeriodUnit.Years, Event, "TiHL 17 §, 21 §", DisposalAction.Erase),
        Of("TT-16", "07 00 01", new("Salassa pidettävien käsittelyloki ja pääkäyttäjäloki", "Logg över sekretessbelagda uppgifter och huvudanvändare", "Log of confidential and administrative access"), 5, PeriodUnit.Years, Event, "TiHL 17 §, 21 §", DisposalAction.Erase),
        Of("TT-17", "07 00 03", new("Rekisteröidyn pyynnöt", "Den registrerades begäranden", "Data subject requests"), 2, PeriodUnit.Years, new("asian lopullisesta ratkaisusta", "ärendets slutliga avgörande", "the final decision"), "GDPR 5(2)", DisposalAction.Erase),
        Of("TT-18", "07 00 02", new("Tietosuojaselosteen versiot", "Dataskyddsbeskrivningens versioner", "Versions of the privacy statement"), 10, PeriodUnit.Years, new("voimassaolon päättymisestä", "att giltighetstiden upphör", "the end of validity"), "GDPR 5(2)", DisposalAction.Archive),
        Of("TT-19", "07 00 01", new("Tietoturvaloukkausten dokumentaatio", "Dokumentation av personuppgiftsincidenter", "Breach documentation"), 6, PeriodUnit.Years, new("toimenpiteen päättymisestä", "att åtgärden avslutas", "the end of the measure"), "GDPR 33(5)", DisposalAction.Review),
        Of("TT-20", "07", new("Tietoerät", "Databatchar", "Import batches"), 24, PeriodUnit.Hours, new("erän käsittelystä", "batchens behandling", "the processing of the batch"), "GDPR 5(1)(c)", DisposalAction.Erase),
        Of("TT-21", "07", new("Varmuuskopiot", "Säkerhetskopior", "Backups"), 35, PeriodUnit.Days, new("kopion tekemisestä", "att kopian gjordes", "the making of the copy"), "tietosuojaseloste", DisposalAction.Erase),
        Of("TT-22", "07", new("Hävitystodistukset", "Gallringsintyg", "Certificates of erasure"), 10, PeriodUnit.Years, new("päiväyksestä", "dateringen", "the date"), "GDPR 5(2)", DisposalAction.Erase),
        Of("TT-23", "07 00 01", new("Haittaohjelmakaranteeni", "Karantän för skadlig programvara", "Malware quarantine"), 30, PeriodUnit.Days, new("eristämisestä", "isoleringen", "the isolation"), "rekisterinpitäjän päätös", DisposalAction.Erase),
    ];

    public async Task SeedAsync(TupaDb db, CancellationToken stop)
    {
        if (await db.Set<RetentionClass>().AnyAsync(stop)) return;
        db.AddRange(All.Select(c => c));
    }

    private static RetentionClass Of(
        string code, string task, Text name, int period, PeriodUnit unit, Text start, string basis, DisposalAction action, bool spaces = false) => new()
        {
            Id = RetentionClassId.Default(code),
            Code = code,
            Task = task,
            NameFi = name.Fi,
            NameSv = name.Sv,
            NameEn = name.En,
            Period = period,
            Unit = unit,
            StartFi = start.Fi,
            StartSv = start.Sv,
            StartEn = start.En,
            Basis = basis,
            Action = action,
            ForSpaces = spaces,
        };
}
