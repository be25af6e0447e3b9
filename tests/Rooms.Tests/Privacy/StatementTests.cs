using System.Net;
using System.Text.RegularExpressions;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Tests.Privacy;

public sealed partial class StatementTests
{
    /// <summary>What the statement says and this product does.</summary>
    private static readonly string[] InForce =
    [
        "Tietosuojaseloste sähköinen työskentely-ympäristö", "Raision kaupunki", "Seloste henkilötietojen käsittelystä", "Tietosuoja-asetus 13 ja 14 artikla",
        "Toimiala", "Konsernipalveluyksikkö", "Palvelualue", "Digipalvelut", "Rekisterinpitäjä", "Kaupunginhallitus", "Rekisterinpitäjän yhteystiedot",
        "Raision kaupunki, PL 100, (Nallinkatu 2), 21201 Raisio, puh. +358 2 434 3111, kirjaamo", "Rekisterinpitäjän edustaja", "Kaupunginjohtaja",
        "Rekisteriasioita hoitavan henkilön nimi", "Tietohallintojohtaja", "Rekisteriasioita hoitavan henkilön yhteystiedot", "Tietosuojavastaava",
        "Raision kaupungin tietosuojavastaava", "Tietosuojavastaavan yhteystiedot", "Rekisterin muoto", "Sähköinen", "Oikeusperuste", "Sopimus",
        "Rekisterin käyttötarkoitus",
        "Sähköistä työskentely-ympäristöä käytetään työsuhteen, luottamushenkilöiden ja yhteistyökumppaneiden työtehtävien ja velvoitteiden täyttämiseen.",
        "Työskentely-ympäristö pitää sisällään sähköisiä työvälineitä ja käyttäjien tuottamaa sisältöä.",
        "Rekisteröity on", "palvelussuhteessa Raision kaupunkiin", "Raision kaupungin luottamushenkilö",
        "rekisteröity on Raision kaupungin yhteistyökumppani tai muu kolmas osapuoli", "Raision koulun oppilaat",
        "Rekisterin tietosisältö", "Henkilökunta, luottamushenkilöt, yhteistyökumppanit tai muu kolmas osapuoli",
        "Käyttäjän nimi", "Ryhmät, joihin henkilö kuuluu", "Sähköpostiosoite", "Käyttäjätunnus", "Puhelinnumero", "Työosoite", "Organisaatio",
        "Opetuspalvelut", "Opetusryhmät", "Koulu", "Luokka", "Oppilaitostunnus", "Henkilön roolitietoja: henkilökunta / oppilas / opiskelija",
        "Käyttäjän tuottamilla sisällöillä tarkoitetaan järjestelmään määritellylle käyttäjäjoukolle vietyjä kuvia, tekstejä, linkkejä, videoita ja äänitiedostoja.",
        "Käyttäjä voi lisätä palveluun mm. oman kuvan itsestään.",
        "Rekisterin säännönmukaiset tietolähteet", "Rekisteröityjen esihenkilöt",
        "Yhteistyökumppanien ja kolmansien osapuolien tiedot toimittaa Raision henkilökuntaan kuuluva",
        "Henkilötietojen luovutus", "Ei luovuteta säännönmukaisesti.", "Jos rekisterin pääkäyttäjä vie luettelon tiedostoon, siitä jää merkintä", "Tietoja ei luovuteta EU:n tai Euroopan talousalueen ulkopuolelle",
        "Rekisterin tekniset suojaukset", "Rekisterin toiminnalliset suojaukset",
        "Järjestelmää käyttävät vain sellaiset henkilöt, jotka tarvitsevat tietoja työtehtäviensä hoitoon.",
        "Järjestelmän käyttäjillä on henkilökohtaiset käyttäjätunnukset ja salasanat.",
        "Pääsy salassa pidettäviin tietoihin on rajattu käyttöoikeuksin.",
        "Käyttöoikeus päättyy henkilön siirtyessä pois niistä tehtävistä, joita varten hänelle on myönnetty käyttöoikeus.",
        "Samalla poistuu käyttäjätunnus.",
        "Tietoja käsitellään luottamuksellisesti ja henkilökuntaa sitoo vaitiolovelvollisuus.",
        "Henkilötietojen säilyttämisaika ja peruste", "Henkilötietoja säilytetään enintään 9 kuukautta palvelun käytön päättymisestä.",
        "Henkilörekisteriseloste laadittu 24.5.2018", "Henkilörekisteriseloste päivitetty 6.4.2023",
    ];

    /// <summary>What the statement says and nothing here keeps yet.</summary>
    private static readonly string[] Withheld =
    [
        "Päätöksentekopalvelut toimittaa luottamushenkilöiden tiedot",
        "Opetuspalveluiden pääasiallinen tietolähde on oppilastietojärjestelmästä ja siinä olevat henkilökunta-, opettaja- ja oppilasrekisterit",
        "palvelinympäristössä ja Saas-palveluna.", "ulkoistettu Kuntien Tiera Oy:lle.", "keskitetyllä käyttäjätunnistuksella.",
        "mahdollista vain henkilörekisteriä käyttävien toimialueiden päätelaitteista.",
        "järjestelmätoimittaja huolehtii tietojen teknisestä suojauksesta.", "huolehtii järjestelmän tietojen varmuuskopioinnista säännöllisesti.",
        "sijaitsee järjestelmätoimittajan palvelinympäristössä.", "Käyttäjiä koulutetaan ja ohjeistetaan säännöllisesti.",
        "lainsäädännön velvoittamia tietojen säilytysaikoja.",
    ];

    [Fact]
    public async Task Everyone_reads_the_sentences_in_force_in_the_statements_order_and_the_withheld_ones_listed()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        await house.RunJobsAsync();
        await house.CheckAsync(
            "audit.chain", "access.accounts", "register.source.decisions", "register.source.schools", "register.partners", "server.outbound", "backup.last",
            "privacy.nine-months", "privacy.attributes", "spaces.classes");
        var page = await TextAsync(house, "/tietosuoja", "fi");
        var listed = page.LastIndexOf("Ei käytössä tässä asennuksessa", StringComparison.Ordinal);
        var (said, withheld) = (page[..listed], page[listed..]);

        // The dates stand at the head of the page and at the foot of the original.
        var at = 0;
        foreach (var sentence in InForce[..^2])
        {
            var found = said.IndexOf(sentence, at, StringComparison.Ordinal);
            Assert.True(found >= 0 || said.Contains(sentence, StringComparison.Ordinal), $"{sentence} is not on the page");
            if (found >= 0) at = found;
        }

        Assert.All(InForce[^2..], date => Assert.Contains(date, said, StringComparison.Ordinal));
        Assert.All(Withheld, sentence => Assert.DoesNotContain(sentence, said, StringComparison.Ordinal));
        Assert.All(Withheld, sentence => Assert.Contains(sentence, withheld, StringComparison.Ordinal));
        Assert.Matches(@"Palvelinympäristöstä otetaan säännöllisesti varmuuskopio\.\s+Ei pidä paikkaansa", page);
        Assert.Contains("tietosuojavaltuutetu", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(Enumerable.Range(15, 8), article => Assert.Contains($"{article} artikla", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/privacy", "fi", "Tietosuojaseloste")]
    [InlineData("/privacy", "sv", "Dataskyddsbeskrivning")]
    [InlineData("/privacy", "en", "Privacy statement")]
    [InlineData("/accessibility", "sv", "Tillgänglighetsutlåtande")]
    [InlineData("/saavutettavuus", "fi", "Traficom")]
    [InlineData("/accessibility", "en", "306/2019")]
    public async Task The_statements_are_open_to_visitors_in_three_languages(string path, string language, string words)
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        Assert.Contains(words, await TextAsync(house, path, language), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task For_machines_it_says_what_the_page_says_and_how_each_sentence_stands(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        await house.CheckAsync("access.accounts", "backup.last", "register.source.schools");
        using var visitor = house.Visitor();
        using var answer = await visitor.GetAsync("/privacy/statement.json");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var document = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var sentences = document.RootElement.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("blocks").EnumerateArray())
            .SelectMany(b => b.GetProperty("sentences").EnumerateArray()).ToList();
        Assert.Equal(house.Get<Statement>().Sections.SelectMany(s => s.Blocks).SelectMany(b => b.Sentences).Select(s => s.Words.Fi), sentences.Select(s => s.GetProperty("text").GetProperty("fi").GetString()));
        foreach (var (proof, state) in new[] { ("access.accounts", "in force"), ("backup.last", "withdrawn"), ("register.source.schools", "withheld"), (AttestedClaims.HostedByCity, "withheld") })
            Assert.Contains(sentences, s => s.GetProperty("state").GetString() == state && s.GetProperty("claims").EnumerateArray().Any(c => c.GetString() == proof));

        var claims = document.RootElement.GetProperty("claims").EnumerateArray().ToDictionary(c => c.GetProperty("key").GetString()!);
        Assert.Equal(("green", "automatic"), (claims["access.accounts"].GetProperty("light").GetString(), claims["access.accounts"].GetProperty("kind").GetString()));
        Assert.Equal("red", claims["backup.last"].GetProperty("light").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, claims["backup.last"].GetProperty("counts")[0].GetProperty("count").ValueKind);
        Assert.Equal("amber", claims["privacy.attributes"].GetProperty("light").GetString());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Beside_the_nine_months_stands_how_many_a_legal_hold_keeps_longer(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        Assert.Contains(StatementText.Held(0).Fi, await TextAsync(house, "/tietosuoja", "fi"), StringComparison.Ordinal);
        for (var count = 1; count <= 2; count++)
        {
            var person = await house.Town.StaffAsync($"Aino Mäkelä{count}");
            await house.WriteAsync(db =>
            {
                // Two on one person are one person; one that has ended holds nobody.
                foreach (var days in new[] { -1, 3, 5 })
                    db.Add(new LegalHold { Id = LegalHoldId.New(), Person = person, Reason = "Oikeudenkäynti", PlacedAt = house.Now, LastDay = house.Clock.Today(), UntilUtc = house.Now.AddDays(days) });
                return Task.CompletedTask;
            });
            foreach (var (language, words) in new[] { ("fi", StatementText.Held(count).Fi), ("sv", StatementText.Held(count).Sv), ("en", StatementText.Held(count).En) })
                Assert.Contains(words, await TextAsync(house, "/privacy", language), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_city_that_leaves_out_a_language_is_told_so_at_the_start()
    {
        var refused = Assert.Throws<Server.ImpossibleSettingException>(() =>
            Server.Settings.Read([new("Tupa:Statement:Controller:Fi", "Kunnanhallitus"), new("Tupa:Statement:Controller:Sv", "")]));
        Assert.Contains("Tupa:Statement:Controller", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(TestHouse house, string path, string language)
    {
        using var visitor = new HttpClient { BaseAddress = house.Address };
        visitor.DefaultRequestHeaders.Add("Accept-Language", language);
        using var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        return WebUtility.HtmlDecode(Tags().Replace(html, " "));
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}
