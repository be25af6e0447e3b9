using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>The accessibility statement (Act on the Provision of Digital Services 306/2019, section 9). It claims no more than has been examined.</summary>
internal static class AccessibilityText
{
    public static readonly Text Title = new(Fi: "Saavutettavuusseloste", Sv: "Tillgänglighetsutlåtande", En: "Accessibility statement");

    public static string Lead(Text city) => new Text(
        Fi: $"Tämä seloste koskee sähköistä työskentely-ympäristöä Tupa, jota ylläpitää {city.Fi}. Palvelua koskee laki digitaalisten palvelujen tarjoamisesta (306/2019).",
        Sv: $"Detta utlåtande gäller den elektroniska arbetsmiljön Tupa, som upprätthålls av {city.Sv}. Tjänsten omfattas av lagen om tillhandahållande av digitala tjänster (306/2019).",
        En: $"This statement concerns the digital working environment Tupa, kept by {city.En}. The service is subject to the Act on the Provision of Digital Services (306/2019).");

    public static readonly Text State = new(Fi: "Saavutettavuuden tila", Sv: "Tillgänglighetens nuläge", En: "State of accessibility");

    public static readonly Text StateWords = new(
        Fi: "Palvelu täyttää WCAG 2.2 -ohjeiston A- ja AA-tason vaatimukset osittain. Enempää emme väitä, koska ulkopuolinen ei ole arvioinut palvelua.",
        Sv: "Tjänsten uppfyller delvis kraven på nivå A och AA i WCAG 2.2. Mer än så påstår vi inte, eftersom ingen utomstående har bedömt tjänsten.",
        En: "The service meets the A and AA requirements of WCAG 2.2 in part. We claim no more, because nobody from outside has assessed it.");

    public static readonly Text How = new(Fi: "Miten saavutettavuus on arvioitu", Sv: "Hur tillgängligheten har bedömts", En: "How accessibility has been assessed");

    public static readonly Text HowWords = new(
        Fi: "Arvio on palvelun tekijöiden oma. Se perustuu automaattisiin testeihin ja näppäimistöllä tehtyihin kokeisiin. Automaattinen testi löytää vain osan esteistä.",
        Sv: "Bedömningen har gjorts av tjänstens upphovsmän själva. Den grundar sig på automatiska tester och prov med tangentbord. Ett automatiskt test hittar bara en del av hindren.",
        En: "The assessment is the makers' own. It rests on automatic tests and on trials by keyboard. An automatic test finds only some of the barriers.");

    public static readonly Text Known = new(Fi: "Tunnetut puutteet", Sv: "Kända brister", En: "Known shortcomings");

    /// <summary>What is known not to be accessible, each with what to do about it.</summary>
    public static IReadOnlyList<Text> Shortcomings { get; } =
    [
        new(
            Fi: "Käyttäjien tuomista kuvista, videoista ja äänitiedostoista voi puuttua tekstivastine tai tekstitys (WCAG 1.1.1, 1.2.2). Pyydä sitä sisällön julkaisijalta.",
            Sv: "Bilder, videor och ljudfiler som användarna har lagt till kan sakna alternativ text eller textning (WCAG 1.1.1, 1.2.2). Be den som publicerat innehållet om den.",
            En: "Images, videos and audio files brought by users may lack an alternative text or captions (WCAG 1.1.1, 1.2.2). Ask the publisher for it."),
        new(
            Fi: "Käyttäjien liittämät asiakirjat, kuten PDF-tiedostot, eivät aina ole saavutettavia (WCAG 1.3.1). Pyydä sisältö julkaisijalta muussa muodossa.",
            Sv: "Dokument som användarna har bifogat, till exempel PDF-filer, är inte alltid tillgängliga (WCAG 1.3.1). Be den som publicerat dem om innehållet i en annan form.",
            En: "Documents attached by users, such as PDF files, are not always accessible (WCAG 1.3.1). Ask the publisher for the content in another form."),
    ];

    public static readonly Text Feedback = new(Fi: "Anna palautetta saavutettavuudesta", Sv: "Ge respons om tillgängligheten", En: "Give feedback on accessibility");

    public static string FeedbackWords(Text to) => new Text(
        Fi: $"Jos huomaat esteen tai tarvitset sisällön muussa muodossa, kirjoita: {to.Fi}. Vastaamme 14 päivän kuluessa.",
        Sv: $"Om du märker ett hinder eller behöver innehållet i en annan form, skriv till: {to.Sv}. Vi svarar inom 14 dagar.",
        En: $"If you notice a barrier or need content in another form, write to: {to.En}. We answer within 14 days.");

    public static readonly Text Supervision = new(Fi: "Saavutettavuuden valvonta", Sv: "Tillsyn över tillgängligheten", En: "Supervision of accessibility");

    public static readonly Text SupervisionWords = new(
        Fi: "Jos et ole tyytyväinen vastaukseen tai et saa vastausta kahden viikon aikana, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille. Traficomin sivustolla kerrotaan, miten ilmoitus tehdään ja miten se käsitellään.",
        Sv: "Om du inte är nöjd med svaret eller inte får svar inom två veckor kan du göra en anmälan till Transport- och kommunikationsverket Traficom. På Traficoms webbplats berättas hur anmälan görs och hur den behandlas.",
        En: "If you are not satisfied with the answer, or get none within two weeks, you can report it to the Finnish Transport and Communications Agency Traficom. Traficom's site tells how a report is made and how it is handled.");

    public static readonly Text Traficom = new(
        Fi: "Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö, www.saavutettavuusvaatimukset.fi, saavutettavuus@traficom.fi, puhelinvaihde 029 534 5000",
        Sv: "Transport- och kommunikationsverket Traficom, Enheten för övervakning av digital tillgänglighet, www.tillganglighetskrav.fi, saavutettavuus@traficom.fi, telefonväxel 029 534 5000",
        En: "Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit, www.webaccessibility.fi, saavutettavuus@traficom.fi, switchboard +358 29 534 5000");
}
