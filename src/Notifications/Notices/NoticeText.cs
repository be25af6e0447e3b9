using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>What a notice says. Made at reading, in the reader's language.</summary>
internal static class NoticeText
{
    private static readonly Text Somebody = new(Fi: "Joku", Sv: "Någon", En: "Somebody");

    /// <summary>On the page: with the name of who caused it, as the reader may see it.</summary>
    public static Text Said(NoticeKind kind, string? who)
    {
        var by = who is null ? Somebody : new Text(who, who, who);
        return kind switch
        {
            NoticeKind.Mention => new(Fi: $"{by.Fi} mainitsi sinut", Sv: $"{by.Sv} nämnde dig", En: $"{by.En} mentioned you"),
            NoticeKind.Reply => new(Fi: $"{by.Fi} vastasi kommenttiisi", Sv: $"{by.Sv} svarade på din kommentar", En: $"{by.En} replied to your comment"),
            NoticeKind.ExtensionProposed => new(Fi: $"{by.Fi} ehdotti jatkoa päättyvälle tehtävälle", Sv: $"{by.Sv} föreslog att en uppgift förlängs", En: $"{by.En} proposed that a duty go on"),
            NoticeKind.CommentOnMine => new(Fi: $"{by.Fi} kommentoi julkaisuasi", Sv: $"{by.Sv} kommenterade ditt inlägg", En: $"{by.En} commented on your post"),
            _ => Mailed(kind),
        };
    }

    /// <summary>In mail: nobody is named there.</summary>
    public static Text Mailed(NoticeKind kind) => kind switch
    {
        NoticeKind.Mention => new(Fi: "Sinut mainittiin", Sv: "Du nämndes", En: "You were mentioned"),
        NoticeKind.Reply => new(Fi: "Kommenttiisi vastattiin", Sv: "Din kommentar fick ett svar", En: "Your comment got a reply"),
        NoticeKind.CommentOnMine => new(Fi: "Julkaisuasi kommentoitiin", Sv: "Ditt inlägg kommenterades", En: "Your post got a comment"),
        NoticeKind.MustRead => new(Fi: "Sinun on luettava tämä määräaikaan mennessä", Sv: "Du måste läsa detta före en viss tid", En: "You must read this by a deadline"),
        NoticeKind.NewInSpace => new(Fi: "Uutta työtilassasi", Sv: "Nytt i din arbetsyta", En: "Something new in your space"),
        NoticeKind.NewSignIn => new(
            Fi: "Tilillesi kirjauduttiin uudella laitteella. Jos se et ollut sinä, vaihda salasanasi heti.",
            Sv: "Någon loggade in på ditt konto med en ny enhet. Om det inte var du, byt lösenord genast.",
            En: "Your account was signed in to on a new device. If it was not you, change your password at once."),
        NoticeKind.PasswordChanged => new(
            Fi: "Salasanasi tai tunnistautumisesi vaihdettiin. Jos et tehnyt sitä itse, ota heti yhteyttä esihenkilöösi tai kouluusi.",
            Sv: "Ditt lösenord eller din identifiering ändrades. Om du inte gjorde det själv, kontakta genast din chef eller din skola.",
            En: "Your password or factor was changed. If you did not do it, contact your supervisor or school at once."),
        NoticeKind.ContentReported => new(
            Fi: "Sisällöstä on tehty ilmoitus, joka odottaa käsittelyä",
            Sv: "Innehåll har anmälts, och anmälan väntar på handläggning",
            En: "Content was reported, and the report waits to be handled"),
        NoticeKind.SpaceGranted => new(Fi: "Sait roolin työtilassa", Sv: "Du fick en roll i en arbetsyta", En: "You were given a role in a space"),
        NoticeKind.AccessEnds => new(Fi: "Pääsysi päättyy", Sv: "Din åtkomst upphör", En: "Your access ends"),
        NoticeKind.TeamEnds => new(Fi: "Tiimisi jäsenen pääsy päättyy", Sv: "Åtkomsten för en medlem i ditt team upphör", En: "The access of somebody in your team ends"),
        NoticeKind.ExtensionProposed => new(Fi: "Päättyvälle tehtävälle ehdotettiin jatkoa", Sv: "En förlängning av en uppgift föreslogs", En: "It was proposed that a duty go on"),
        NoticeKind.PartnerEnds => new(Fi: "Kumppanin pääsy päättyy pian", Sv: "En partners åtkomst upphör snart", En: "The access of a partner ends soon"),
        NoticeKind.PartnerPassed => new(Fi: "Sinusta tulee kumppanin vastuuhenkilö", Sv: "Du blir ansvarsperson för en partner", En: "You become the sponsor of a partner"),
        NoticeKind.AccountJoined => new(
            Fi: "Tietosi yhdistettiin toisiin rekisterin tietoihin tai erotettiin niistä. Tarkista ne, ja jos ne eivät ole sinun, ota heti yhteyttä rekisterin pääkäyttäjään.",
            Sv: "Dina uppgifter slogs samman med andra uppgifter i registret eller skildes från dem. Kontrollera dem, och om de inte är dina, kontakta genast registrets huvudanvändare.",
            En: "Your data was joined with other data of the register, or parted from it. Check it, and if it is not yours, contact the register administrator at once."),
        NoticeKind.TakeAway => new(Fi: "Omien tietojesi paketti", Sv: "Paketet med dina uppgifter", En: "The package of your data"),
        NoticeKind.ClaimBroken => new(
            Fi: "Tietosuojaselosteen lupaus, josta vastaat, ei toteudu tai sen vahvistus on päättymässä. Lausetta ei luvata ennen kuin asia on kunnossa.",
            Sv: "Ett löfte i dataskyddsbeskrivningen som du ansvarar för hålls inte, eller bekräftelsen av det löper ut. Meningen utlovas inte förrän saken är i ordning.",
            En: "A promise of the privacy statement that you answer for is not kept, or its confirmation is about to lapse. The sentence is not promised until it is."),
        NoticeKind.ConfirmTeam => new(Fi: "Vahvista, että tiimisi tiedot ovat yhä oikein", Sv: "Bekräfta att uppgifterna om ditt team fortfarande stämmer", En: "Confirm that your team is still right"),
    };

    /// <summary>Where a thing has no title.</summary>
    public static readonly Text Untitled = new(Fi: "Julkaisu ilman otsikkoa", Sv: "Inlägg utan rubrik", En: "A post without a title");
}
