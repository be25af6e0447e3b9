using System.Buffers.Binary;
using System.Text;

namespace Tupa.Demo;

/// <summary>Plays a plucked melody over chords: a wave file of 44.1 kHz, one channel.</summary>
internal static class Tunes
{
    private const int Rate = 44_100;

    /// <summary>Steps of a minor scale without its most restless notes, over the open string.</summary>
    private static readonly int[] Scale = [0, 3, 5, 7, 10, 12, 15, 17, 19];

    private static readonly int[][] Chords = [[0, 7, 15], [-4, 3, 8], [-2, 5, 10], [-5, 2, 7]];

    public static byte[] Play(ulong seed, int seconds)
    {
        var dice = new Dice(seed);
        var sound = new double[Rate * seconds];
        var root = 196.0 * Math.Pow(2, dice.Below(5) / 12.0);
        var beat = 0.34 + (dice.Part() * 0.16);
        var step = 4;
        for (var b = 0; b * beat < seconds - 2.5; b++)
        {
            var at = b * beat;
            var chord = Chords[b / 8 % Chords.Length];
            if (b % 4 == 0) foreach (var note in chord) Pluck(sound, at + (dice.Part() * 0.02), root * Math.Pow(2, (note - 12) / 12.0), 0.16, 2.6);
            if (dice.Falls(b % 2 == 0 ? 0.85 : 0.45))
            {
                step = Math.Clamp(step + dice.Between(-2, 2), 0, Scale.Length - 1);
                Pluck(sound, at, root * Math.Pow(2, Scale[step] / 12.0), 0.26, 1.7);
            }
        }

        return Wave(sound);
    }

    private static void Pluck(double[] sound, double at, double pitch, double loud, double seconds)
    {
        var from = (int)(at * Rate);
        var to = Math.Min(sound.Length, from + (int)(seconds * Rate));
        for (var i = from; i < to; i++)
        {
            var t = (double)(i - from) / Rate;
            var shape = Math.Min(1, t / 0.006) * Math.Exp(-t * 2.6) * Math.Min(1, (seconds - t) / 0.15);
            var phase = 2 * Math.PI * pitch * t;
            sound[i] += loud * shape * (Math.Sin(phase) + (0.4 * Math.Exp(-t * 3) * Math.Sin(2 * phase)) + (0.18 * Math.Exp(-t * 6) * Math.Sin(3.01 * phase)));
        }
    }

    private static byte[] Wave(double[] sound)
    {
        var bytes = new byte[44 + (sound.Length * 2)];
        Encoding.ASCII.GetBytes("RIFF").CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        Encoding.ASCII.GetBytes("WAVEfmt ").CopyTo(bytes, 8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        Encoding.ASCII.GetBytes("data").CopyTo(bytes, 36);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), sound.Length * 2);
        for (var i = 0; i < sound.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + (i * 2)), (short)(Math.Tanh(sound[i]) * 30_000));
        }

        return bytes;
    }
}
