using MesoPen.Host.Input;
using MesoPen.Host.Links;

namespace MesoPen.Tests.Host.Links;

public sealed class DeviceAddressTests
{
    [Theory]
    [InlineData("/dev/ttyUSB0", "/dev/ttyUSB0", 57_600)]
    [InlineData("./gun", "./gun", 57_600)]
    [InlineData("COM3", "COM3", 57_600)]
    [InlineData("/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0", "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0", 57_600)]
    [InlineData("serial:/dev/ttyACM0", "/dev/ttyACM0", 57_600)]
    [InlineData("serial:/dev/ttyACM0?baud=921600", "/dev/ttyACM0", 921_600)]
    [InlineData("SERIAL:/dev/odd?name?baud=9600", "/dev/odd?name", 9600)]
    public void Serial_addresses_are_read(string text, string path, int baud)
    {
        // Aim: a path, with the profile's rate where none is stated.
        DeviceAddress address = DeviceAddress.Parse(text, 57_600);
        Assert.Equal((text, path, baud, null), (address.Text, address.Path, address.Baud, address.Host));
        Assert.Equal(text, address.NewLink().Name);
    }

    [Theory]
    [InlineData("tcp://localhost:7000", "localhost", 7000)]
    [InlineData("tcp://192.168.7.2:1", "192.168.7.2", 1)]
    [InlineData("TCP://[::1]:65535", "::1", 65_535)]
    public void Tcp_addresses_are_read(string text, string host, int port)
    {
        // Aim: names and addresses of both versions.
        DeviceAddress address = DeviceAddress.Parse(text);
        Assert.Equal((null, host, port), (address.Path, address.Host, address.Port));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("/dev/tty\u0007", "control character")]
    [InlineData("tcp://", "host and a port")]
    [InlineData("tcp://host", "host and a port")]
    [InlineData("tcp://:7000", "host and a port")]
    [InlineData("tcp://a b:7000", "host and a port")]
    [InlineData("tcp://::1:7000", "host and a port")]
    [InlineData("tcp://user@host:7000", "host and a port")]
    [InlineData("tcp://host:0", "number from 1 to 65535")]
    [InlineData("tcp://host:65536", "number from 1 to 65535")]
    [InlineData("tcp://host:7000/path", "number from 1 to 65535")]
    [InlineData("tcp://host:-1", "number from 1 to 65535")]
    [InlineData("tcp://host:99999999999", "number from 1 to 65535")]
    [InlineData("udp://host:7000", "scheme")]
    [InlineData("tpc://host:7000", "scheme")]
    [InlineData("/dev/ttyUSB0?baud=9600", "write serial:/dev/ttyUSB0?baud=9600")]
    [InlineData("serial:", "does not name a serial port")]
    [InlineData("serial:?baud=9600", "does not name a serial port")]
    [InlineData("serial:/dev/ttyUSB0?baud=", "number of baud")]
    [InlineData("serial:/dev/ttyUSB0?baud=0", "number of baud")]
    [InlineData("serial:/dev/ttyUSB0?baud=fast", "number of baud")]
    [InlineData("serial:/dev/ttyUSB0?baud=4000001", "number of baud")]
    [InlineData("serial:/dev/ttyUSB0?baud=9600&parity=even", "number of baud")]
    [InlineData("serial:/dev/ttyUSB0?parity=even", "'parity', which is not known")]
    [InlineData("serial:/dev/ttyUSB0?", "'', which is not known")]
    public void Bad_address_is_refused_with_one_sentence(string text, string part)
    {
        // Aim: what is wrong and what to write, never a guess.
        InputException failure = Assert.Throws<InputException>(() => DeviceAddress.Parse(text));
        Assert.Contains(part, failure.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Sentence);
    }
}
