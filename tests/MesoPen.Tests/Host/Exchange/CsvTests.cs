using MesoPen.Host.Exchange;
using MesoPen.Host.Exchange.Csv;

namespace MesoPen.Tests;

public sealed class CsvTests
{
    // Aim: text that a spreadsheet would run as a formula gets an apostrophe; separators, quotes and line ends are quoted; a negative number stays one.
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData(" x", "\" x\"")]
    public void Text_is_quoted_and_never_a_formula(string? text, string written)
    {
        Assert.Equal(written, CsvCell.Text(text).Written);
        Assert.Equal("-2", CsvCell.Number(-2).Written);
    }

    // Aim: both tables of a session, whole, as they are written.
    [Fact]
    public void A_session_is_two_tables()
    {
        Dossier dossier = DossierScene.Full;
        Assert.Equal(
            "session_id,shot,zone,outcome,partial,depth_um,volume_nl,permit_id,recorded_at,row_hash\r\n"
            + $"20310506-090000,101,forehead,delivered,false,1500,10000,3,2031-05-06T09:05:00.000Z,{new string('c', 64)}\r\n"
            + $"20310506-090000,102,forehead,unknown,true,1500,6250,3,2031-05-06T09:06:00.000Z,{new string('d', 64)}\r\n",
            SessionCsv.Shots(dossier));
        string[] zones = SessionCsv.Zones(dossier).Split("\r\n");
        Assert.Equal(4, zones.Length);
        Assert.Equal(
            "20310506-090000,completed,P-0001,mira,SN-77,H-1+H-2,ha+vit-c,L-1+L-9,periocular.left,10,62500,6250,600,2031-05-06T09:12:00.000Z,2031-05-06T09:20:00.000Z",
            zones[2]);
    }
}
