import MusterAPI
