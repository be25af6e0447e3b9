using Tupa.Kernel;

namespace Tupa.Notifications;

internal static class PreferenceText
{
    public static readonly Text Title = new(Fi: "Ilmoitusten asetukset", Sv: "Inställningar för aviseringar", En: "Notification settings");

    public static readonly Text Lead = new(
        Fi: "Ilmoitukset näkyvät aina heti Tuvassa. Tässä valitset, mitä tulee myös sähköpostiin.",
        Sv: "Aviseringarna syns alltid genast i Tupa. Här väljer du vad som också kommer per e-post.",
        En: "Notifications always appear in Tupa at once. Here you choose what also comes by e-mail.");

    public static readonly Text NoAddress = new(
        Fi: "Sinulla ei ole Tuvassa sähköpostiosoitetta, joten sähköpostia ei tule.",
        Sv: "Du har ingen e-postadress i Tupa, så ingen e-post kommer.",
        En: "You have no e-mail address in Tupa, so no e-mail comes.");

    public static readonly Text NoServer = new(
        Fi: "Tässä asennuksessa ei ole sähköpostipalvelinta, joten sähköpostia ei tule kenellekään.",
        Sv: "Den här installationen har ingen e-postserver, så ingen får e-post.",
        En: "This installation has no mail server, so nobody gets e-mail.");

    public static readonly Text ByMail = new(Fi: "Sähköpostiin", Sv: "Per e-post", En: "By e-mail");
    public static readonly Text Quiet = new(Fi: "Hiljaiset tunnit", Sv: "Tysta timmar", En: "Quiet hours");

    public static readonly Text QuietLead = new(
        Fi: "Hiljaisina tunteina sähköpostia ei lähetetä, vaan se odottaa, kunnes ne ovat ohi. Tiliäsi koskevat viestit ja luettavat, joiden määräaika on lähellä, tulevat silti.",
        Sv: "Under tysta timmar skickas ingen e-post. Den väntar tills de tysta timmarna är slut. Meddelanden om ditt konto, och sådant som snart måste vara läst, kommer ändå.",
        En: "No e-mail is sent in quiet hours. It waits until they end. News about your account, and what must be read very soon, comes anyway.");

    public static readonly Text From = new(Fi: "Alkavat kello", Sv: "Börjar klockan", En: "Begin at");
    public static readonly Text Until = new(Fi: "Päättyvät kello", Sv: "Slutar klockan", En: "End at");
    public static readonly Text Weekends = new(Fi: "Myös viikonloput ovat hiljaisia", Sv: "Också veckosluten är tysta", En: "Weekends are quiet too");
    public static readonly Text Save = new(Fi: "Tallenna asetukset", Sv: "Spara inställningarna", En: "Save settings");
    public static readonly Text Saved = new(Fi: "Asetukset on tallennettu.", Sv: "Inställningarna har sparats.", En: "The settings are saved.");

    public static readonly Text HoursAreHours = new(
        Fi: "Valitse hiljaisille tunneille alku ja loppu.",
        Sv: "Välj när de tysta timmarna börjar och slutar.",
        En: "Choose when the quiet hours begin and end.");

    public static readonly Text NotOffered = new(
        Fi: "Tätä vaihtoehtoa ei voi valita. Valitse jokin tarjotuista.",
        Sv: "Det här alternativet kan inte väljas. Välj ett av dem som erbjuds.",
        En: "This cannot be chosen. Choose one of those offered.");

    public static readonly Text AlwaysComes = new(
        Fi: "Näitä ei voi vaimentaa, jotta huomaat heti, jos joku muu käyttää tiliäsi.",
        Sv: "De här kan inte tystas, så att du genast märker om någon annan använder ditt konto.",
        En: "These cannot be silenced, so that you notice at once if somebody else uses your account.");

    public static readonly Text MustComes = new(
        Fi: "Luettavat, joilla on määräaika, kuuluvat työhön: ne tulevat heti tai koosteessa.",
        Sv: "Det som måste läsas före en viss tid hör till arbetet: det kommer genast eller i sammandraget.",
        En: "What must be read by a deadline is part of the work: it comes at once or in the digest.");

    /// <summary>The choice as a word.</summary>
    public static Text Of(Pace pace) => pace switch
    {
        Pace.Now => new(Fi: "Heti", Sv: "Genast", En: "At once"),
        Pace.Daily => new(Fi: "Kerran päivässä koosteena klo 8", Sv: "En gång om dagen i ett sammandrag kl. 8", En: "Once a day in a digest at 8"),
        Pace.Never => new(Fi: "Ei koskaan", Sv: "Aldrig", En: "Never"),
    };

    /// <summary>What the kind is called where one chooses.</summary>
    public static Text Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Mention => new(Fi: "Joku mainitsee minut", Sv: "Någon nämner mig", En: "Somebody mentions me"),
        NoticeKind.Reply => new(Fi: "Joku vastaa kommenttiini", Sv: "Någon svarar på min kommentar", En: "Somebody replies to my comment"),
        NoticeKind.CommentOnMine => new(Fi: "Joku kommentoi julkaisuani", Sv: "Någon kommenterar mitt inlägg", En: "Somebody comments on my post"),
        NoticeKind.MustRead => new(Fi: "Minun on luettava jotakin määräaikaan mennessä", Sv: "Jag måste läsa något före en viss tid", En: "I must read something by a deadline"),
        NoticeKind.NewInSpace => new(Fi: "Työtiloissani on uutta", Sv: "Det finns nytt i mina arbetsytor", En: "There is something new in my spaces"),
        NoticeKind.NewSignIn => new(Fi: "Tililleni kirjaudutaan uudella laitteella", Sv: "Någon loggar in på mitt konto med en ny enhet", En: "My account is signed in to on a new device"),
        NoticeKind.PasswordChanged => new(Fi: "Salasanani tai tunnistautumiseni vaihtuu", Sv: "Mitt lösenord eller min identifiering ändras", En: "My password or factor changes"),
        NoticeKind.ContentReported => new(Fi: "Hoitamassani tilassa ilmoitetaan sisällöstä", Sv: "Innehåll anmäls i en arbetsyta som jag sköter", En: "Content is reported in a space I look after"),
        NoticeKind.SpaceGranted => new(Fi: "Saan roolin työtilassa", Sv: "Jag får en roll i en arbetsyta", En: "I am given a role in a space"),
        NoticeKind.AccountJoined => new(Fi: "Tietoni yhdistetään tai erotetaan", Sv: "Mina uppgifter slås samman eller skiljs åt", En: "My data is joined or parted"),
        NoticeKind.AccessEnds => new(Fi: "Pääsyni päättyy", Sv: "Min åtkomst upphör", En: "My access ends"),
        NoticeKind.TeamEnds => new(Fi: "Tiimini jäsenen pääsy päättyy", Sv: "Åtkomsten för en medlem i mitt team upphör", En: "The access of somebody in my team ends"),
        NoticeKind.ExtensionProposed => new(Fi: "Hoitamani lähteen tehtävälle ehdotetaan jatkoa", Sv: "En förlängning föreslås i en källa som jag sköter", En: "It is proposed that a duty of a source I steward go on"),
        NoticeKind.PartnerEnds => new(Fi: "Kumppanin, josta vastaan, pääsy päättyy pian", Sv: "Åtkomsten för en partner som jag ansvarar för upphör snart", En: "The access of a partner I answer for ends soon"),
        NoticeKind.PartnerPassed => new(Fi: "Minusta tulee kumppanin vastuuhenkilö", Sv: "Jag blir ansvarsperson för en partner", En: "I become the sponsor of a partner"),
        NoticeKind.TakeAway => new(Fi: "Tilaamani omien tietojen paketti valmistuu", Sv: "Paketet med mina uppgifter som jag har beställt blir klart", En: "The package of my data that I ordered is ready"),
        NoticeKind.ClaimBroken => new(Fi: "Tietosuojaselosteen lupaus, josta vastaan, ei toteudu", Sv: "Ett löfte i dataskyddsbeskrivningen som jag ansvarar för hålls inte", En: "A promise of the privacy statement that I answer for is not kept"),
        NoticeKind.ConfirmTeam => new(Fi: "Tiimini tiedot on vahvistettava", Sv: "Uppgifterna om mitt team ska bekräftas", En: "My team is to be confirmed"),
    };
}
