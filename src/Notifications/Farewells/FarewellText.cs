using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>The words of a farewell.</summary>
internal static class FarewellText
{
    public static readonly Text Stays = new(
        Fi: "Muut tehtäväsi ja niiden antama pääsy jatkuvat ennallaan.",
        Sv: "Dina andra uppgifter och åtkomsten de ger fortsätter som förut.",
        En: "Your other duties, and the access they give, go on as before.");

    /// <summary>The last day as a notice keeps it: 2026-07-31.</summary>
    public static string Mark(DateTime endsAt) => Helsinki.Day(endsAt.AddTicks(-1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The sentence of a notice about an end; null for another.</summary>
    public static Text? Sentence(NoticeRow notice, string? who)
    {
        if (notice.Kind is not (NoticeKind.AccessEnds or NoticeKind.TeamEnds)) return null;
        if (!DateOnly.TryParseExact(notice.ThingKind, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)) return null;

        var day = Say.Day(last);
        return notice.Kind == NoticeKind.AccessEnds
            ? new(Fi: $"Pääsysi päättyy {day}", Sv: $"Din åtkomst upphör {day}", En: $"Your access ends {day}")
            : who is null
                ? new(Fi: $"Tiimisi jäsenen pääsy päättyy {day}", Sv: $"Åtkomsten för en medlem i ditt team upphör {day}", En: $"The access of somebody in your team ends {day}")
                : new Text(Fi: $"{who}: pääsy päättyy {day}", Sv: $"{who}: åtkomsten upphör {day}", En: $"{who}: access ends {day}");
    }

    public static Text Subject(DateTime endsAt, DateTime now) => endsAt <= now
        ? new(Fi: "Tupa: pääsysi on päättynyt", Sv: "Tupa: din åtkomst har upphört", En: "Tupa: your access has ended")
        : new(Fi: $"Tupa: pääsysi päättyy {Day(endsAt)}", Sv: $"Tupa: din åtkomst upphör {Day(endsAt)}", En: $"Tupa: your access ends {Day(endsAt)}");

    public static Text When(DateTime endsAt, DateTime now)
    {
        var day = Day(endsAt);
        if (endsAt <= now) return new(Fi: $"Tämä päättyi {day}:", Sv: $"Det här upphörde {day}:", En: $"This ended {day}:");

        return Farewell.DaysLeft(endsAt, now) switch
        {
            0 => new(Fi: $"Tämä päättyy tänään {day}:", Sv: $"Det här upphör i dag {day}:", En: $"This ends today, {day}:"),
            1 => new(Fi: $"Tämä päättyy huomenna {day}:", Sv: $"Det här upphör i morgon {day}:", En: $"This ends tomorrow, {day}:"),
            var n => new(Fi: $"Tämä päättyy {n} päivän päästä, {day}:", Sv: $"Det här upphör om {n} dagar, {day}:", En: $"This ends in {n} days, {day}:"),
        };
    }

    public static Text Item(Text what) => new(Fi: $"- {what.Fi}", Sv: $"- {what.Sv}", En: $"- {what.En}");

    public static Text Ask(Text whom) => new(
        Fi: $"Jos päivä ei ole oikea, kysy asiaa {whom.Fi}.", Sv: $"Om dagen inte stämmer, fråga {whom.Sv}.", En: $"If the day is wrong, ask {whom.En}.");

    public static Text Goes(bool gone) => gone
        ? new(Fi: "Pääsysi ja käyttäjätunnuksesi poistuivat samalla hetkellä.", Sv: "Din åtkomst och ditt användarnamn försvann i samma stund.", En: "Your access and your user ID went the same moment.")
        : new(Fi: "Pääsysi ja käyttäjätunnuksesi poistuvat samalla hetkellä.", Sv: "Din åtkomst och ditt användarnamn försvinner i samma stund.", En: "Your access and your user ID go the same moment.");

    public static Text TakeAway(string link) => new(
        Fi: $"Ota omat tietosi mukaan ennen sitä: {link}", Sv: $"Ta med dig dina uppgifter före det: {link}", En: $"Take your own data with you before it: {link}");

    public static Text Details(string link) => new(Fi: $"Lisää päättymisestä: {link}", Sv: $"Mer om slutet: {link}", En: $"More about the end: {link}");

    public static Text HandOver(string link) => new(
        Fi: $"Siirrä hoitamasi tilat ja keskeneräiset seuraajalle: {link}",
        Sv: $"Överlåt arbetsytorna som du ansvarar för och det som är på hälft: {link}",
        En: $"Hand over the spaces you keep and what is unfinished: {link}");

    public static Text Later(string link) => new(
        Fi: $"Näin saat vielä omat tietosi ja tiedon niiden käytöstä: {link}", Sv: $"Så får du ännu dina uppgifter och veta hur de har använts: {link}", En: $"How to get your own data still, and to know how it was used: {link}");

    public static Text Erased(DateOnly day) => new(
        Fi: $"Kaikki tietosi on poistettu viimeistään {Say.Day(day)}.", Sv: $"Alla dina uppgifter har raderats senast {Say.Day(day)}.", En: $"All your data has been erased by {Say.Day(day)}.");

    private static string Day(DateTime endsAt) => Say.Day(Helsinki.Day(endsAt.AddTicks(-1)));
}
