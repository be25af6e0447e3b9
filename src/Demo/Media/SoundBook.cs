namespace Tupa.Demo;

internal sealed record TownTune(string File, string Alt, int Seconds, ulong Seed);

/// <param name="In">True when the camera goes nearer.</param>
internal sealed record TownFilm(string File, string Alt, string Picture, int Seconds, ulong Seed, bool In);

internal static class SoundBook
{
    public static readonly IReadOnlyList<TownTune> Tunes =
    [
        new("kantele.m4a", "Rauhallinen kantelesävelmä, ei puhetta", 42, 11),
        new("aamunavaus.m4a", "Aamunavauksen soitto, ei puhetta", 28, 12),
        new("harjoitus.m4a", "Kuoron säestysharjoitus, ei puhetta", 35, 13),
        new("tunnus.m4a", "Podcastin tunnussävel, ei puhetta", 20, 14),
        new("kello.m4a", "Kellopelin sävelmä, ei puhetta", 24, 15),
        new("ilta.m4a", "Hidas iltasävel, ei puhetta", 55, 16),
    ];

    public static readonly IReadOnlyList<TownFilm> Films =
    [
        new("salmi.mp4", "Kuva lähestyy Salmensiltaa, taustalla kantele, ei puhetta", "silta-kesa.jpg", 9, 21, true),
        new("revontulet.mp4", "Kuva loittonee revontulista mökin yllä, ei puhetta", "revontulet.jpg", 12, 22, false),
        new("kaukalo.mp4", "Kuva lähestyy luistelijoita kaukalossa, ei puhetta", "kaukalo.jpg", 7, 23, true),
        new("talo.mp4", "Kuva lähestyy kaupungintaloa, ei puhetta", "kaupungintalo.jpg", 8, 24, true),
        new("koivikko.mp4", "Kuva loittonee ruskaisesta koivikosta, ei puhetta", "koivikko-syksy.jpg", 10, 25, false),
    ];
}
