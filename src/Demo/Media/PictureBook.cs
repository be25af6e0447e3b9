namespace Tupa.Demo;

/// <summary>A picture of the town: what it is called, what it fits, what it shows to one who does not see it.</summary>
internal sealed record TownPicture(string File, string Tags, string Alt, Action<Svg, Palette> Scene, Palette Light, int Copy);

internal static class PictureBook
{
    public static readonly IReadOnlyList<TownPicture> All =
    [
        new("silta-kesa.jpg", "silta", "Salmensilta kesäpäivänä, valkoiset pylonit ja köydet salmen yllä", Townscape.Bridge, Palette.Summer, 1),
        new("silta-syksy.jpg", "silta", "Salmensilta syksyn valossa, työmaanosturi kannen yläpuolella", Townscape.Bridge, Palette.Autumn, 2),
        new("silta-talvi.jpg", "silta talvi", "Salmensilta talvella, rannassa lumikinoksia", Townscape.Bridge, Palette.Winter, 3),
        new("silta-ilta.jpg", "silta", "Salmensilta iltaruskossa", Townscape.Bridge, Palette.Dusk, 4),
        new("jarvi-kesa.jpg", "jarvi", "Tyyni järvi kesäaamuna, vastarannalla kuusimetsä", Nature.Lake, Palette.Summer, 5),
        new("jarvi-syksy.jpg", "jarvi metsa", "Järvi syksyllä, kaislikko kellertää", Nature.Lake, Palette.Autumn, 6),
        new("jarvi-talvi.jpg", "jarvi talvi", "Jäätynyt järvi ja lumisia kuusia", Nature.Lake, Palette.Winter, 7),
        new("jarvi-ilta.jpg", "jarvi", "Auringonlasku järvellä, kuuset mustina rannalla", Nature.Lake, Palette.Dusk, 8),
        new("jarvi-kevat.jpg", "jarvi", "Kevätaamu Salmenrannassa, usvaa veden yllä", Nature.Lake, Palette.Spring, 9),
        new("koivikko-kesa.jpg", "metsa", "Polku koivikon läpi kesällä", Nature.Birches, Palette.Summer, 10),
        new("koivikko-syksy.jpg", "metsa lehdet", "Koivikko ruskan väreissä, lehtiä polulla", Nature.Birches, Palette.Autumn, 11),
        new("koivikko-talvi.jpg", "metsa talvi", "Luminen koivikko ja aurattu polku", Nature.Birches, Palette.Winter, 12),
        new("koivikko-kevat.jpg", "metsa", "Koivikko hiirenkorvalla", Nature.Birches, Palette.Spring, 13),
        new("revontulet.jpg", "talvi jarvi", "Vihreät revontulet lumisen mökin ja metsän yllä", Nature.NorthernLights, Palette.Winter, 14),
        new("revontulet-2.jpg", "talvi", "Revontulia Vuoriniemen taivaalla", Nature.NorthernLights, Palette.Winter, 15),
        new("koulu-syksy.jpg", "koulu", "Punatiilinen koulu ja piha syyspäivänä", Townscape.School, Palette.Autumn, 16),
        new("koulu-talvi.jpg", "koulu talvi", "Koulu lumisateessa, ikkunoissa valot", Townscape.School, Palette.Winter, 17),
        new("koulu-kevat.jpg", "koulu", "Koulu keväällä, lippu salossa", Townscape.School, Palette.Spring, 18),
        new("kirjasto.jpg", "kirjasto", "Kirjaston lukunurkka: hyllyjä, nojatuoli ja valaisin", Townscape.Library, Palette.Indoors, 19),
        new("kirjasto-talvi.jpg", "kirjasto", "Kirjaston ikkunasta näkyy lumisia kuusia", Townscape.Library, Palette.Winter, 20),
        new("kaupungintalo.jpg", "kaupungintalo", "Kaupungintalo ja kellotorni kesällä", Townscape.TownHall, Palette.Summer, 21),
        new("kaupungintalo-talvi.jpg", "kaupungintalo", "Kaupungintalo lumisena talvi-iltapäivänä", Townscape.TownHall, Palette.Winter, 22),
        new("museo.jpg", "museo", "Punainen museorakennus syysillassa", Townscape.Museum, Palette.Autumn, 23),
        new("tori-kesa.jpg", "tori", "Kesätori: raidallisia katoksia ja hedelmiä", Townscape.Market, Palette.Summer, 24),
        new("tori-talvi.jpg", "tori talvi juhla", "Joulumarkkinat torilla, lumisia kattoja", Townscape.Market, Palette.Winter, 25),
        new("auraus.jpg", "auraus talvi katu", "Oranssi aura-auto puhdistaa katua lumisateessa", Townscape.Street, Palette.Winter, 26),
        new("katu.jpg", "katu", "Katu keskustassa iltavalossa", Townscape.Street, Palette.Autumn, 27),
        new("katu-kevat.jpg", "katu", "Kuiva katu keväällä harjauksen jälkeen", Townscape.Street, Palette.Spring, 28),
        new("kaukalo.jpg", "jaa talvi lapsi", "Lapsia luistelemassa ulkokaukalossa", Townscape.Rink, Palette.Winter, 29),
        new("kaukalo-ilta.jpg", "jaa", "Luistelijoita kaukalossa iltaruskon aikaan", Townscape.Rink, Palette.Dusk, 30),
        new("kartta-kierto.jpg", "kartta", "Kartta, johon on merkitty kiertoreitti ja numerot 1–3", Desk.Map, Palette.Indoors, 31),
        new("kartta-ranta.jpg", "kartta", "Kartta rannan reiteistä ja työmaa-alueesta", Desk.Map, Palette.Indoors, 32),
        new("kaava.jpg", "kaava kartta", "Asemakaavan luonnos: kortteleita, puistoja ja katuja", Desk.Plan, Palette.Indoors, 33),
        new("kaava-2.jpg", "kaava", "Kaavaluonnoksen toinen vaihtoehto", Desk.Plan, Palette.Indoors, 34),
        new("kaavio.jpg", "kaavio", "Pylväskaavio tammikuusta syyskuuhun, suunta nouseva", Desk.Chart, Palette.Indoors, 35),
        new("kaavio-2.jpg", "kaavio", "Pylväskaavio kuukausittain, kahden vuoden vertailu", Desk.Chart, Palette.Winter with { From = 1, To = 12 }, 36),
        new("kaavio-3.jpg", "kaavio", "Pylväskaavio ja punainen kehityskäyrä", Desk.Chart, Palette.Autumn with { From = 1, To = 12 }, 37),
        new("keitto.jpg", "ruoka", "Lautasellinen keittoa, ruisleipää ja marjoja puupöydällä", Desk.Food, Palette.Autumn with { From = 1, To = 12 }, 38),
        new("lounas.jpg", "ruoka", "Lounas ylhäältä kuvattuna", Desk.Food, Palette.Indoors, 39),
        new("juhlavalot.jpg", "juhla", "Valoköynnöksiä ja juhlaväkeä hämärässä", Desk.Lights, Palette.Dusk with { From = 1, To = 12 }, 40),
        new("villasukat.jpg", "villa", "Viisi lankakerää ja kaksi puikkoa", Desk.Wool, Palette.Autumn with { From = 1, To = 12 }, 41),
        new("piirros.jpg", "lapsi", "Lapsen piirros: talo, aurinko ja kolme ystävää", Desk.Drawing, Palette.Indoors, 42),
        new("piirros-2.jpg", "lapsi", "Lapsen piirros kodista ja omenapuusta", Desk.Drawing, Palette.Indoors, 43),
        new("piirros-3.jpg", "lapsi lehdet", "Vahaliidulla piirretty pihakuva", Desk.Drawing, Palette.Autumn with { From = 1, To = 12 }, 44),
        new("tieto.jpg", "tieto", "Työpöytä: näyttö, näppäimistö, kahvikuppi ja viherkasvi", Desk.Screens, Palette.Indoors, 45),
    ];
}
